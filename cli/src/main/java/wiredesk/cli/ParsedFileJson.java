package wiredesk.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.format.Draft;
import wiredesk.ingest.format.Embargo;

/** A parsed file as JSON, with the names that the records on the topics have. A field that is not said is null. */
final class ParsedFileJson {

    private static final JsonMapper JSON = new JsonMapper();

    private ParsedFileJson() {}

    static ObjectNode of(ParsedFile file) {
        ObjectNode line = JSON.createObjectNode().put("file", file.name());
        if (!file.articles().isEmpty()) {
            ArrayNode articles = line.putArray("articles");
            file.articles().forEach(article -> article(article, articles.addObject()));
        }
        if (!file.refusals().isEmpty()) {
            ArrayNode reasons = line.putArray("reasons");
            file.refusals()
                    .forEach(refusal -> reasons.addObject()
                            .put("kind", refusal.kind())
                            .put("detail", refusal.detail())
                            .put("pointer", refusal.pointer()));
        }
        return line;
    }

    private static void article(ParsedArticle article, ObjectNode node) {
        Draft draft = article.draft();
        node.put("uri", draft.uri())
                .put("version", draft.version())
                .put("versionCreated", text(draft.versionCreated()))
                .put("firstCreated", text(draft.firstCreated()))
                .put("headline", draft.headline())
                .put("slugline", draft.slugline())
                .put("byline", draft.byline())
                .put("language", article.language())
                .put("declaredLanguage", draft.language())
                .put("urgency", draft.urgency())
                .put("pubStatus", draft.pubStatus().name().toLowerCase(Locale.ROOT))
                .put("embargoedUntil", until(draft.embargo()))
                .put("embargoedIndefinitely", draft.embargo() instanceof Embargo.Indefinite)
                .put("evolvedFrom", draft.evolvedFrom());
        ArrayNode subjects = node.putArray("subjects");
        draft.subjects()
                .forEach(subject ->
                        subjects.addObject().put("uri", subject.uri()).put("name", subject.name()));
        ArrayNode places = node.putArray("places");
        draft.places()
                .forEach(place -> places.addObject().put("uri", place.uri()).put("name", place.name()));
        node.put("rightsInfo", draft.rightsInfo()).put("edNote", draft.edNote());
        node.put("notNews", draft.notNews());
        ArrayNode warnings = node.putArray("warnings");
        article.warnings().forEach(warnings::add);
        ArrayNode zones = node.putArray("zones");
        article.zones()
                .forEach(zone -> zones.addObject()
                        .put("kind", zone.kind().name().toLowerCase(Locale.ROOT))
                        .put("text", zone.text()));
    }

    private static @Nullable String until(Embargo embargo) {
        return embargo instanceof Embargo.Until(Instant instant) ? instant.toString() : null;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
