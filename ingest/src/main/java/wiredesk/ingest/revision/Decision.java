package wiredesk.ingest.revision;

/** What is to be done with a candidate. */
public sealed interface Decision {

    /**
     * It stands from now on.
     *
     * @param version its own, or the number that it gets
     * @param refresh whether it replaces the same version, with the same time, by other content
     */
    record Accept(String version, Standing next, boolean refresh) implements Decision {}

    /**
     * It is what stands already.
     *
     * @param standing what stands, to be remembered in place of the old: a time may have been learned
     */
    record Duplicate(Standing standing) implements Decision {}

    /** A later one stands; nothing changes. A stale kill should alarm someone. */
    record Stale() implements Decision {}

    /** The article is killed, and this is not older than the kill; nothing changes. */
    record KilledAlready() implements Decision {}
}
