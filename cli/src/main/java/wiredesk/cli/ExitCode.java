package wiredesk.cli;

/** What a command's exit status says. */
final class ExitCode {

    static final int DONE = 0;
    /** An input was refused. */
    static final int REFUSED = 1;
    /** Wrong usage; picocli's own, too. */
    static final int USAGE = 2;
    /** Something on this machine or on the network cannot be had. */
    static final int PLATFORM = 3;

    private ExitCode() {}
}
