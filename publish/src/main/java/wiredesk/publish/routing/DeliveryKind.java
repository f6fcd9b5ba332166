package wiredesk.publish.routing;

/** What a site does with a record. */
public enum DeliveryKind {
    /** A new story. */
    PUBLISH,
    /** Replaces the version that the site has. */
    CORRECT,
    /** Take it down. */
    WITHDRAW,
    /** Take it down for good. */
    KILL;

    /** Whether the article stands on a channel whose last record was of this kind. */
    boolean stands() {
        return this == PUBLISH || this == CORRECT;
    }
}
