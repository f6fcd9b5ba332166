package wiredesk.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Zone;
import wiredesk.ingest.format.Draft;
import wiredesk.ingest.format.Embargo;
import wiredesk.ingest.format.PubStatus;
import wiredesk.ingest.revision.Standing;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.Concept;
import wiredesk.schemas.record.StandingRevision;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.record.ZoneKind;

/** Between ingest's own records and those on the topics. Avro stops here. */
final class ArticleMapper {

    private ArticleMapper() {}

    static Article article(
            String uri,
            String version,
            String contentHash,
            Draft draft,
            String language,
            List<Zone> zones,
            Submission submission) {
        return Article.newBuilder()
                .setUri(uri)
                .setVersion(version)
                .setVersionCreated(Objects.requireNonNullElse(draft.versionCreated(), submission.getReceivedAt()))
                .setFirstCreated(draft.firstCreated())
                .setHeadline(draft.headline())
                .setSlugline(draft.slugline())
                .setByline(draft.byline())
                .setLanguage(language)
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
                .setZones(zones.stream().map(ArticleMapper::zone).toList())
                .setSource(submission.getSource())
                .setReceivedAt(submission.getReceivedAt())
                .setContentHash(contentHash)
                .setNotices(draft.warnings())
                .build();
    }

    static Standing standing(StandingRevision record) {
        return new Standing(
                record.getVersion(), record.getVersionCreated(), record.getContentHash(), record.getKilled());
    }

    static StandingRevision record(Standing standing) {
        return StandingRevision.newBuilder()
                .setVersion(standing.version())
                .setVersionCreated(standing.versionCreated())
                .setContentHash(standing.contentHash())
                .setKilled(standing.killed())
                .build();
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
