package wiredesk.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.Channel;
import wiredesk.schemas.record.DeliveryRecord;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.HeldArticle;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.record.RequestClaim;
import wiredesk.schemas.record.StandingRevision;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.record.TagRules;
import wiredesk.schemas.record.ToldStory;

/** Every topic of Wiredesk: its name, the type of its values, its policy. Nowhere else are these written down. */
public final class Topics {

    /**
     * The largest payload that a submission may carry, in bytes (4 MiB). The topics take four times that: text may
     * grow when it is decoded, and evidence is added to it.
     */
    public static final int MAX_PAYLOAD_BYTES = 4 << 20;

    /** The largest record, key and headers included, that a service sends (16 MiB less headroom for the batch). */
    public static final int MAX_RECORD_BYTES = (16 << 20) - (64 << 10);

    private static final int MAX_BATCH_BYTES = 16 << 20;
    /** A dead letter is a record that some topic took, and headers. */
    private static final int MAX_DEAD_LETTER_BYTES = MAX_BATCH_BYTES + (1 << 20);

    public static final Topic<Submission> SUBMISSIONS =
            new Topic<>("newsroom.submissions", Submission.class, Submission.getClassSchema());
    public static final Topic<Article> INGESTED =
            new Topic<>("articles.ingested", Article.class, Article.getClassSchema());
    /** What the articles of the last two days told, in a few hundred bytes each; every ingest instance reads it whole. */
    public static final Topic<ToldStory> SIGNATURES =
            new Topic<>("ingest.signatures", ToldStory.class, ToldStory.getClassSchema());

    /** How long a story is remembered, so that its twin from another feed is recognised. */
    public static final Duration SIGNATURES_KEPT = Duration.ofDays(2);

    public static final Topic<EnrichedArticle> ENRICHED =
            new Topic<>("articles.enriched", EnrichedArticle.class, EnrichedArticle.getClassSchema());
    public static final Topic<TagRules> RULES =
            new Topic<>("taxonomy.rules", TagRules.class, TagRules.getClassSchema());
    public static final Topic<Channel> CHANNELS =
            new Topic<>("publish.channels", Channel.class, Channel.getClassSchema());

    /** Raw bytes as they came, never re-encoded, so it has no type; the story is in the headers. */
    public static final String DEAD_LETTERS = "articles.dead-letter";

    /** What the gateways remember of requests with an Idempotency-Key: each reads it whole. */
    public static final Topic<RequestClaim> IDEMPOTENCY =
            new Topic<>("gateway.idempotency", RequestClaim.class, RequestClaim.getClassSchema());

    /** What ingest's and publish's state stores write to their changelogs, which Kafka Streams creates. */
    public static final Topic<StandingRevision> STANDING = new Topic<>(
            "wiredesk-ingest-standing-changelog", StandingRevision.class, StandingRevision.getClassSchema());

    public static final Topic<DeliveryRecord> DELIVERIES =
            new Topic<>("wiredesk-publish-deliveries-changelog", DeliveryRecord.class, DeliveryRecord.getClassSchema());

    public static final Topic<HeldArticle> HELD =
            new Topic<>("wiredesk-publish-held-changelog", HeldArticle.class, HeldArticle.getClassSchema());

    private static final String AS_PRODUCED = "producer";
    private static final String PUBLISHED_PREFIX = "published.";
    /** What Kafka allows in a topic's name, in lower case, and short enough with the prefix. */
    private static final Pattern CHANNEL_NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");

    private Topics() {}

    /** The topic of a channel. */
    public static Topic<PublishedArticle> published(String channel) {
        return new Topic<>(PUBLISHED_PREFIX + channel, PublishedArticle.class, PublishedArticle.getClassSchema());
    }

    /** The channel whose topic this is; empty for any other topic. */
    public static Optional<String> channelOf(String topic) {
        return Optional.of(topic)
                .filter(name -> name.startsWith(PUBLISHED_PREFIX))
                .map(name -> name.substring(PUBLISHED_PREFIX.length()));
    }

    /** Whether a channel may be called so: lower-case letters, digits, {@code -} and {@code _}, at most 100. */
    public static boolean isChannelName(String name) {
        return CHANNEL_NAME.matcher(name).matches();
    }

    /** The policy of each topic that has to be there before a service starts, channels' topics aside. */
    public static Map<String, Policy> policies() {
        Map<String, Policy> policies = new LinkedHashMap<>();
        policies.put(SUBMISSIONS.name(), new Policy.Delete(Duration.ofDays(7), MAX_BATCH_BYTES));
        policies.put(INGESTED.name(), new Policy.Compact(MAX_BATCH_BYTES, AS_PRODUCED));
        policies.put(SIGNATURES.name(), new Policy.Delete(SIGNATURES_KEPT, MAX_BATCH_BYTES));
        policies.put(ENRICHED.name(), new Policy.Compact(MAX_BATCH_BYTES, AS_PRODUCED));
        policies.put(DEAD_LETTERS, new Policy.Delete(Duration.ofDays(30), MAX_DEAD_LETTER_BYTES));
        policies.put(IDEMPOTENCY.name(), new Policy.Delete(Duration.ofHours(25), MAX_BATCH_BYTES));
        policies.put(RULES.name(), new Policy.Compact(MAX_BATCH_BYTES, AS_PRODUCED));
        policies.put(CHANNELS.name(), new Policy.Compact(MAX_BATCH_BYTES, AS_PRODUCED));
        return policies;
    }

    /** The policy of every channel's topic. In gzip, which a Kafka client in any language reads without a plug-in. */
    public static Policy publishedPolicy() {
        return new Policy.Compact(MAX_BATCH_BYTES, "gzip");
    }

    /** Topics that hold a few records, read whole by every instance: one partition keeps them in one order. */
    public static boolean isSmall(String topic) {
        return topic.equals(RULES.name()) || topic.equals(CHANNELS.name());
    }

    /** The typed topics whose schemas are registered before a service starts, channels' topics aside. */
    public static List<Topic<?>> typed() {
        return List.of(
                SUBMISSIONS, IDEMPOTENCY, INGESTED, SIGNATURES, ENRICHED, RULES, CHANNELS, STANDING, DELIVERIES, HELD);
    }
}
