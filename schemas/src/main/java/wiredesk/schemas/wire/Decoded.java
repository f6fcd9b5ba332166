package wiredesk.schemas.wire;

/** What became of bytes that should have been a record. */
public sealed interface Decoded<T> {

    record Value<T>(T value) implements Decoded<T> {}

    /** Bytes that are no such record and never will be; the reason is for people. */
    record Poison<T>(String reason) implements Decoded<T> {}
}
