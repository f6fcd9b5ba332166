package wiredesk.cli;

import java.nio.file.Path;

/** Where a command's log goes. To be said before anything logs: Logback reads its configuration once. */
final class Logs {

    private static final String CONFIGURATION = "logback.configurationFile";

    private Logs() {}

    /** Warnings and worse on standard error: for commands whose output is the point. */
    static void quiet() {
        System.setProperty(CONFIGURATION, "logback-quiet.xml");
    }

    /** Everything in a file, nothing on the screen: for commands that run the services. */
    static Path file(Path folder) {
        Path file = folder.resolve("wiredesk.log");
        System.setProperty("wiredesk.log.file", file.toString());
        System.setProperty(CONFIGURATION, "logback-file.xml");
        return file;
    }
}
