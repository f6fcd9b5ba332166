package wiredesk.ingest.format;

import org.jspecify.annotations.Nullable;

/**
 * Why a payload is refused, for people.
 *
 * @param detail what is wrong and where
 * @param pointer to the field, where there is one: a JSON Pointer (RFC 6901), of which the empty string is the whole
 *     document, or in XML a path of elements
 */
public record Reason(Kind kind, String detail, @Nullable String pointer) {

    static Reason of(Kind kind, String detail) {
        return new Reason(kind, detail, null);
    }

    Read refused() {
        return new Read.Refused(this);
    }
}
