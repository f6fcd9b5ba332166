package wiredesk.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Languages;
import wiredesk.ingest.copy.Zone;
import wiredesk.ingest.format.Draft;
import wiredesk.ingest.format.Embargo;
import wiredesk.ingest.format.PubStatus;
import wiredesk.ingest.revision.Standing;
import wiredesk.ingest.similarity.Origin;
import wiredesk.ingest.similarity.Signature;
import wiredesk.ingest.similarity.Told;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.Concept;
import wiredesk.schemas.record.StandingRevision;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.record.ToldStory;
import wiredesk.schemas.record.ZoneKind;

/** Between ingest's own records and those on the topics. Avro stops here. */
final class ArticleMapper {

    private ArticleMapper() {}

    static Article article(
            String uri,
            String version,
            String contentHash,
            Draft draft,
            Languages.Found language,
            List<Zone> zones,
            Origin origin,
            Submission submission) {
        return Article.newBuilder()
                .setUri(uri)
                .setVersion(version)
                .setVersionCreated(Objects.requireNonNullElse(draft.versionCreated(), submission.getReceivedAt()))
                .setFirstCreated(draft.firstCreated())
                .setHeadline(draft.headline())
                .setSlugline(draft.slugline())
                .setByline(draft.byline())
                .setLanguage(language.language())
                .setUrgency(draft.urgency())
                .setPubStatus(status(draft.pubStatus()))
                .setEmbargoedUntil(until(draft.embargo()))
                .setEmbargoedIndefinitely(draft.embargo() instanceof Embargo.Indefinite)
                .setEvolvedFrom(draft.evolvedFrom())
                .setSubjects(draft.subjects().stream()
                        .map(subject -> concept(subject.uri(), subject.name()))
                        .toList())
                .setPlaces(draft.places().stream()
                        .map(place -> concept(place.uri(), place.name()))
                        .toList())
                .setRightsInfo(draft.rightsInfo())
                .setEdNote(draft.edNote())
                .setNotNews(draft.notNews())
                .setZones(zones.stream().map(ArticleMapper::zone).toList())
                .setSource(submission.getSource())
                .setReceivedAt(submission.getReceivedAt())
                .setContentHash(contentHash)
                .setNotices(notices(draft, language))
                .setNearDuplicateOf(origin.nearDuplicateOf())
                .build();
    }

    private static List<String> notices(Draft draft, Languages.Found language) {
        return Stream.concat(draft.warnings().stream(), Stream.ofNullable(language.notice()))
                .toList();
    }

    /** Of articles from before it was kept, it is not known when they were first ingested: before all others. */
    static Remembered remembered(StandingRevision record) {
        Standing standing = new Standing(
                record.getVersion(), record.getVersionCreated(), record.getContentHash(), record.getKilled());
        Instant first = Objects.requireNonNullElse(record.getFirstIngestedAt(), Instant.EPOCH);
        return new Remembered(standing, new Origin(first, record.getNearDuplicateOf()));
    }

    static StandingRevision record(Remembered remembered) {
        Standing standing = remembered.standing();
        return StandingRevision.newBuilder()
                .setVersion(standing.version())
                .setVersionCreated(standing.versionCreated())
                .setContentHash(standing.contentHash())
                .setKilled(standing.killed())
                .setFirstIngestedAt(remembered.origin().first())
                .setNearDuplicateOf(remembered.origin().nearDuplicateOf())
                .build();
    }

    static ToldStory record(Told told) {
        return ToldStory.newBuilder()
                .setIngestedAt(told.at())
                .setFirstIngestedAt(told.origin().first())
                .setNearDuplicateOf(told.origin().nearDuplicateOf())
                .setSignature(told.signature().bytes())
                .build();
    }

    /** Empty when its signature is none. */
    static Optional<Told> told(String uri, ToldStory story) {
        Origin origin = new Origin(story.getFirstIngestedAt(), story.getNearDuplicateOf());
        return Signature.read(story.getSignature())
                .map(signature -> new Told(uri, origin, story.getIngestedAt(), signature));
    }

    private static wiredesk.schemas.record.PubStatus status(PubStatus status) {
        return switch (status) {
            case USABLE -> wiredesk.schemas.record.PubStatus.usable;
            case WITHHELD -> wiredesk.schemas.record.PubStatus.withheld;
            case CANCELED -> wiredesk.schemas.record.PubStatus.canceled;
        };
    }

    private static @Nullable Instant until(Embargo embargo) {
        return switch (embargo) {
            case Embargo.Until(Instant instant) -> instant;
            case Embargo.None() -> null;
            case Embargo.Indefinite() -> null;
        };
    }

    private static Concept concept(@Nullable String uri, @Nullable String name) {
        return Concept.newBuilder().setUri(uri).setName(name).build();
    }

    private static wiredesk.schemas.record.Zone zone(Zone zone) {
        ZoneKind kind = switch (zone.kind()) {
            case HEADLINE -> ZoneKind.headline;
            case LEDE -> ZoneKind.lede;
            case HEADING -> ZoneKind.heading;
            case PARAGRAPH -> ZoneKind.paragraph;
            case LIST -> ZoneKind.list;
            case CAPTION -> ZoneKind.caption;
            case CREDIT -> ZoneKind.credit;
            case BOX -> ZoneKind.box;
            case SOURCE -> ZoneKind.source;
        };
        return wiredesk.schemas.record.Zone.newBuilder()
                .setKind(kind)
                .setText(zone.text())
                .build();
    }
}
