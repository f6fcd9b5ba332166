package wiredesk.bench.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import wiredesk.bench.corpus.Article;
import wiredesk.bench.corpus.Corpus;
import wiredesk.enrich.text.ZoneKind;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.PubStatus;
import wiredesk.schemas.record.Zone;
import wiredesk.schemas.wire.WireFormat;

/** The topics that enrich works between, with articles on the first. One partition each: one stream thread. */
public final class Feed {

    private static final List<String> WRITTEN = List.of(Topics.ENRICHED.name(), Topics.DEAD_LETTERS);
    private static final Instant CREATED = Instant.parse("2026-03-02T06:00:00Z");
    private static final int HASH_DIGITS = 64;
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Admin admin;

    public Feed(Admin admin) {
        this.admin = admin;
    }

    /** Makes the topics and writes so many articles, the corpus over and over. */
    public void fill(String bootstrap, Corpus corpus, int records, WireFormat<wiredesk.schemas.record.Article> format)
            throws ExecutionException, InterruptedException {
        create(List.of(Topics.INGESTED.name()));
        create(WRITTEN);
        List<byte[]> values = corpus.articles().stream()
                .map(Feed::written)
                .map(format::encode)
                .toList();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap, "compression.type", "lz4", "linger.ms", 20, "batch.size", 1 << 18);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                byte[] key = ("urn:bench:" + i).getBytes(UTF_8);
                var _ = producer.send(new ProducerRecord<>(Topics.INGESTED.name(), key, values.get(i % values.size())));
            }
        }
    }

    /** Empties the topics that are written to: their weight is not to grow from round to round. */
    public void forgetResults() throws ExecutionException, InterruptedException {
        admin.deleteTopics(WRITTEN).all().get();
        while (admin.listTopics().names().get().stream().anyMatch(WRITTEN::contains)) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        create(WRITTEN);
    }

    private void create(Collection<String> names) throws ExecutionException, InterruptedException {
        Map<String, String> settings =
                Map.of("max.message.bytes", Integer.toString(16 << 20), "file.delete.delay.ms", "100");
        admin.createTopics(names.stream()
                        .map(name -> new NewTopic(name, Optional.of(1), Optional.of((short) 1)).configs(settings))
                        .toList())
                .all()
                .get();
    }

    private static wiredesk.schemas.record.Article written(Article article) {
        return wiredesk.schemas.record.Article.newBuilder()
                .setUri("urn:bench")
                .setVersion("1")
                .setVersionCreated(CREATED)
                .setHeadline(article.zones().getFirst().text())
                .setLanguage(Corpus.LANGUAGE)
                .setPubStatus(PubStatus.usable)
                .setZones(article.zones().stream()
                        .map(zone -> new Zone(kind(zone.kind()), zone.text()))
                        .toList())
                .setSource("bench")
                .setReceivedAt(CREATED)
                .setContentHash("0".repeat(HASH_DIGITS))
                .build();
    }

    private static wiredesk.schemas.record.ZoneKind kind(ZoneKind kind) {
        return wiredesk.schemas.record.ZoneKind.valueOf(kind.label());
    }
}
