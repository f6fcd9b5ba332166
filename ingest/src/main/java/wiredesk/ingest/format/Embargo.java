package wiredesk.ingest.format;

import java.time.Instant;

/** Until when an article is not to be published. */
public sealed interface Embargo {

    /** The payload has no such field. */
    record None() implements Embargo {}

    record Until(Instant instant) implements Embargo {}

    /** The field is there, but empty or not a time: hold, for a missing time never means 'publish'. */
    record Indefinite() implements Embargo {}

    /** The one that holds longer. */
    default Embargo stricter(Embargo other) {
        return switch (this) {
            case None() -> other;
            case Indefinite() -> this;
            case Until(Instant mine) ->
                switch (other) {
                    case None() -> this;
                    case Indefinite() -> other;
                    case Until(Instant theirs) -> theirs.isAfter(mine) ? other : this;
                };
        };
    }
}
