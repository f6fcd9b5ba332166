package wiredesk.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.Evidence;
import wiredesk.schemas.record.PubStatus;
import wiredesk.schemas.record.Tag;
import wiredesk.schemas.record.Zone;
import wiredesk.schemas.record.ZoneKind;

/**
 * One version of an article, for tests, by what publish decides over.
 *
 * @param text the article's whole text, of one zone
 * @param until the end of its embargo; {@link Instant#MAX} is an embargo without one
 * @param tags the codes of its tags
 */
record Version(
        String uri,
        String number,
        String text,
        PubStatus status,
        @Nullable Instant until,
        @Nullable String note,
        List<String> tags) {

    private static final Instant WRITTEN = Instant.parse("2026-03-02T08:00:00Z");

    /** A usable version without an embargo, whose text names the version. */
    static Version of(String uri, String number, String... tags) {
        return new Version(uri, number, "Text " + number, PubStatus.usable, null, null, List.of(tags));
    }

    Version text(String words) {
        return new Version(uri, number, words, status, until, note, tags);
    }

    Version until(Instant instant) {
        return new Version(uri, number, text, status, instant, note, tags);
    }

    Version withheld() {
        return new Version(uri, number, text, PubStatus.withheld, until, note, tags);
    }

    Version killed() {
        return new Version(uri, number, text, PubStatus.canceled, until, note, tags);
    }

    Version note(String words) {
        return new Version(uri, number, text, status, until, words, tags);
    }

    EnrichedArticle enriched() {
        return enriched("book");
    }

    EnrichedArticle enriched(String bookVersion) {
        boolean indefinitely = Instant.MAX.equals(until);
        Article article = Article.newBuilder()
                .setUri(uri)
                .setVersion(number)
                .setVersionCreated(WRITTEN)
                .setHeadline("Headline " + number)
                .setByline("M. Silva")
                .setLanguage("en")
                .setUrgency(4)
                .setPubStatus(status)
                .setEmbargoedUntil(indefinitely ? null : until)
                .setEmbargoedIndefinitely(indefinitely)
                .setEdNote(note)
                .setZones(List.of(Zone.newBuilder()
                        .setKind(ZoneKind.headline)
                        .setText(text)
                        .build()))
                .setSource("cms")
                .setReceivedAt(WRITTEN)
                .setContentHash("%064x".formatted(text.hashCode()))
                .setNearDuplicateOf("urn:agency:1")
                .build();
        return EnrichedArticle.newBuilder()
                .setArticle(article)
                .setTags(tags.stream().map(code -> tag(code, bookVersion)).toList())
                .setBookVersion(bookVersion)
                .build();
    }

    private Tag tag(String code, String bookVersion) {
        // Names enough for a map's order to show
        Map<String, String> names = Stream.of("de", "en", "es", "fr", "it", "nl", "pl", "pt")
                .collect(Collectors.toMap(language -> language, language -> code + " " + language));
        int end = text.codePointCount(0, text.length());
        return Tag.newBuilder()
                .setCode(code)
                .setNames(names)
                .setScore(0.75)
                .setBookVersion(bookVersion)
                .setEvidence(List.of(Evidence.newBuilder()
                        .setRule("whole")
                        .setZone(0)
                        .setBegin(0)
                        .setEnd(end)
                        .setText(text)
                        .build()))
                .build();
    }
}
