package wiredesk.ingest;

import wiredesk.runtime.ServiceMain;

/** Runs the ingest service as a process of its own. */
public final class IngestMain {

    private IngestMain() {}

    public static void main(String[] args) {
        ServiceMain.run(new IngestService(), args);
    }
}
