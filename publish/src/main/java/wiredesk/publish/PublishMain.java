package wiredesk.publish;

import wiredesk.runtime.ServiceMain;

/** Runs the publish service as a process of its own. */
public final class PublishMain {

    private PublishMain() {}

    public static void main(String[] args) {
        ServiceMain.run(new PublishService(), args);
    }
}
