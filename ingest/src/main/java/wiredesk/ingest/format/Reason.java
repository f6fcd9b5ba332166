package wiredesk.ingest.format;

import org.jspecify.annotations.Nullable;

/**
 * Why a payload is refused, for people.
 *
 * @param detail what is wrong and where
 * @param pointer JSON Pointer (RFC 6901) to the field, where there is one; the empty string is the whole document
 */
public record Reason(Kind kind, String detail, @Nullable String pointer) {

    static Reason of(Kind kind, String detail) {
        return new Reason(kind, detail, null);
    }

    Read refused() {
        return new Read.Refused(this);
    }
}
