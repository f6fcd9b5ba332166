package wiredesk.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import wiredesk.schemas.Topic;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.Channel;
import wiredesk.schemas.record.Concept;
import wiredesk.schemas.record.Delivered;
import wiredesk.schemas.record.DeliveryKind;
import wiredesk.schemas.record.DeliveryRecord;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.Evidence;
import wiredesk.schemas.record.HeldArticle;
import wiredesk.schemas.record.NamedPlace;
import wiredesk.schemas.record.PubStatus;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.record.RequestClaim;
import wiredesk.schemas.record.RuleSource;
import wiredesk.schemas.record.StandingRevision;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.record.Tag;
import wiredesk.schemas.record.TagRules;
import wiredesk.schemas.record.ToldStory;
import wiredesk.schemas.record.Zone;
import wiredesk.schemas.record.ZoneKind;

/** One record of each topic's type, every field set. The golden files hold their bytes: change none, add others. */
final class Samples {

    /** A topic with a value for it. */
    record Sample<T extends SpecificRecord>(Topic<T> topic, T value) {

        String name() {
            return topic.schema().getName();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private static final Instant RECEIVED = Instant.parse("2026-03-01T09:00:00.123Z");

    private Samples() {}

    static List<Sample<?>> all() {
        return List.of(
                new Sample<>(Topics.SUBMISSIONS, submission()),
                new Sample<>(Topics.INGESTED, article()),
                new Sample<>(Topics.SIGNATURES, told()),
                new Sample<>(Topics.ENRICHED, enriched()),
                new Sample<>(Topics.published("europe"), published()),
                new Sample<>(Topics.RULES, rules()),
                new Sample<>(Topics.CHANNELS, channel()),
                new Sample<>(Topics.IDEMPOTENCY, claim()),
                new Sample<>(Topics.STANDING, standing()),
                new Sample<>(Topics.DELIVERIES, deliveries()),
                new Sample<>(Topics.HELD, held()));
    }

    static Submission submission() {
        return Submission.newBuilder()
                .setSource("cms-north")
                .setMediaType("text/plain; charset=utf-8")
                .setPayload(ByteBuffer.wrap("Łódź opens its doors".getBytes(UTF_8)))
                .setReceivedAt(RECEIVED)
                .build();
    }

    static Article article() {
        return Article.newBuilder()
                .setUri("urn:example:harbour-1")
                .setVersion("3")
                .setVersionCreated(Instant.parse("2026-03-01T08:59:00Z"))
                .setFirstCreated(Instant.parse("1969-12-31T23:59:59.999Z"))
                .setHeadline("Harbour office opens in Łódź 🚢")
                .setSlugline("harbour-office")
                .setByline("A. Writer")
                .setLanguage("en")
                .setUrgency(4)
                .setPubStatus(PubStatus.withheld)
                .setEmbargoedUntil(Instant.parse("2026-03-02T00:00:00Z"))
                .setEmbargoedIndefinitely(true)
                .setEvolvedFrom("urn:example:harbour-0")
                .setSubjects(List.of(new Concept("medtop:20000124", "regulations")))
                .setPlaces(List.of(new Concept("urn:example:lodz", "Łódź")))
                .setRightsInfo("Not for resale")
                .setEdNote("Corrects the second paragraph")
                .setNotNews("an advisory to editors")
                .setZones(List.of(
                        new Zone(ZoneKind.headline, "Harbour office opens in Łódź 🚢"),
                        new Zone(ZoneKind.box, "Scales 9000\n9 / 10")))
                .setSource("cms-north")
                .setReceivedAt(RECEIVED)
                .setContentHash("00ff")
                .setNotices(List.of("the embargo could not be read"))
                .setNearDuplicateOf("urn:example:agency-1")
                .build();
    }

    static EnrichedArticle enriched() {
        NamedPlace place = new NamedPlace("PL", List.of(new Evidence("place-PL", 0, 24, 28, "Łódź")));
        return new EnrichedArticle(article(), List.of(tag()), "book-7", List.of(place));
    }

    static PublishedArticle published() {
        return PublishedArticle.newBuilder()
                .setUri("urn:example:harbour-1")
                .setVersion("3")
                .setVersionCreated(Instant.parse("2026-03-01T08:59:00Z"))
                .setFirstCreated(Instant.EPOCH)
                .setDelivery(DeliveryKind.correct)
                .setWhy("Corrects the second paragraph")
                .setPublishedAt(RECEIVED)
                .setHeadline("Harbour office opens in Łódź 🚢")
                .setSlugline("harbour-office")
                .setByline("A. Writer")
                .setLanguage("en")
                .setUrgency(4)
                .setEvolvedFrom("urn:example:harbour-0")
                .setSubjects(List.of(new Concept("medtop:20000124", "regulations")))
                .setPlaces(List.of(new Concept("urn:example:lodz", "Łódź")))
                .setRightsInfo("Not for resale")
                .setZones(List.of(new Zone(ZoneKind.lede, "An office opens.")))
                .setTags(List.of(tag()))
                .setNearDuplicateOf("urn:example:agency-1")
                .build();
    }

    private static Tag tag() {
        return new Tag(
                "wiredesk:europe-expansion",
                Map.of("pl", "Ekspansja w Europie"), // one entry: a map's order is not part of the format
                List.of("medtop:20000192"),
                0.75,
                "book-7",
                List.of(new Evidence("open-office", 0, 24, 28, "Łódź")));
    }

    private static TagRules rules() {
        return new TagRules(
                "wiredesk:regulation",
                "regulation.yaml",
                "tag: wiredesk:regulation\n",
                List.of(new RuleSource("fr.yaml", "language: fr\n")));
    }

    private static Channel channel() {
        return new Channel(
                "europe",
                "Europe",
                List.of("wiredesk:europe-expansion"),
                0.5,
                List.of("en", "pl"),
                List.of("cms-north"),
                true);
    }

    private static RequestClaim claim() {
        return new RequestClaim("0123456789abcdef", ByteBuffer.wrap(new byte[] {0, 1, -1}), "[]");
    }

    private static StandingRevision standing() {
        return new StandingRevision(
                "3", Instant.parse("2026-03-01T08:59:00Z"), "00ff", true, RECEIVED, "urn:example:agency-1");
    }

    private static ToldStory told() {
        return new ToldStory(RECEIVED, Instant.EPOCH, "urn:example:agency-1", ByteBuffer.wrap(new byte[] {0, -1, 127}));
    }

    private static DeliveryRecord deliveries() {
        return new DeliveryRecord(
                Map.of("europe", new Delivered("3", "00ff", DeliveryKind.kill)),
                ByteBuffer.wrap(new byte[] {0, -1, 127}));
    }

    private static HeldArticle held() {
        return new HeldArticle("00-0123456789abcdef0123456789abcdef-0123456789abcdef-01", enriched());
    }
}
