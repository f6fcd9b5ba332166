package wiredesk.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;
import wiredesk.ingest.format.Draft;
import wiredesk.ingest.format.Formats;
import wiredesk.ingest.format.Read;

/** An article of a file as ingest reads it and enrich tags it, without either service. */
record ReadArticle(String language, List<Zone> zones) {

    /**
     * Reads a payload.
     *
     * @param language instead of what the payload declares, or its text is taken for
     * @throws InputException when ingest would refuse it
     */
    static ReadArticle of(byte[] payload, String mediaType, @Nullable String language) {
        return switch (Formats.read(payload, mediaType)) {
            case Read.Refused(var reason) -> throw new InputException(reason.toString());
            case Read.Accepted(Draft draft) -> {
                ParsedArticle article = ParsedArticle.of(draft);
                yield new ReadArticle(
                        language == null ? article.language() : language,
                        article.zones().stream()
                                .map(zone ->
                                        new Zone(ZoneKind.valueOf(zone.kind().name()), zone.text()))
                                .toList());
            }
        };
    }
}
