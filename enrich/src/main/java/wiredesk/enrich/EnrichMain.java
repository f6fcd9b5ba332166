package wiredesk.enrich;

import wiredesk.runtime.ServiceMain;

/** Runs the enrich service as a process of its own. */
public final class EnrichMain {

    private EnrichMain() {}

    public static void main(String[] args) {
        ServiceMain.run(new EnrichService(), args);
    }
}
