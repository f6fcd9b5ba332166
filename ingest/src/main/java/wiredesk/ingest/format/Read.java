package wiredesk.ingest.format;

/** What came of reading a payload. */
public sealed interface Read {

    record Accepted(Draft draft) implements Read {}

    record Refused(Reason reason) implements Read {}
}
