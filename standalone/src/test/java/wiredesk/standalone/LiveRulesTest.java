package wiredesk.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.enrich.EnrichService;
import wiredesk.enrich.RuleFiles;
import wiredesk.runtime.ServiceProcess;
import wiredesk.runtime.SystemTime;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.PubStatus;
import wiredesk.schemas.record.Zone;
import wiredesk.schemas.record.ZoneKind;
import wiredesk.schemas.wire.SchemaRegistry;
import wiredesk.schemas.wire.WireFormat;
import wiredesk.standalone.EnrichedStream.Seen;

/** A rule goes live while articles flow through two instances of enrich. */
class LiveRulesTest {

    /** Modest, and the bounds wide, for a busy machine that builds; what a quiet one does is told by the messages. */
    private static final int PER_SECOND = Integer.getInteger("wiredesk.live.per-second", 100);

    private static final int SECONDS_BEFORE = 3;
    private static final int SECONDS_AFTER = Integer.getInteger("wiredesk.live.seconds-after", 24);
    private static final int ARTICLES = PER_SECOND * (SECONDS_BEFORE + SECONDS_AFTER);
    private static final long LIVE_WITHIN_MILLIS = Long.getLong("wiredesk.live.within-millis", 20_000);
    private static final long PAUSE_MILLIS = Long.getLong("wiredesk.live.pause-millis", 10_000);

    /** Articles sent so shortly before the swap may still be under way in it. */
    private static final long AROUND_MILLIS = 1_000;

    private static final String RULES = """
            tag: wiredesk:quokka
            names: {de: Q, en: Q, es: Q, fr: Q, it: Q, nl: Q, pl: Q, pt: Q}
            threshold: 0.5
            concepts: {quokka: {en: [quokka]}}
            rules: [{id: quokka, weight: 8, match: quokka}]
            examples: {must: {en: [A quokka naps]}, must-not: {en: [A koala naps]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void aRuleIsLiveWithinSecondsAndNoArticleIsLostTwiceOrLate() throws Exception {
        try (EmbeddedDesk desk = new EmbeddedDesk(folder.resolve("data"));
                SchemaRegistry registry = new SchemaRegistry(desk.registryUrl(), Map.of());
                ServiceProcess _ = desk.another(new EnrichService(), folder.resolve("second"), Map.of());
                EnrichedStream stream = new EnrichedStream(desk, registry);
                KafkaProducer<byte[], byte[]> producer = producer(desk)) {
            // Given
            WireFormat<Article> articles = new WireFormat<>(Topics.INGESTED, registry);

            // When
            Instant begin = SystemTime.clock().instant();
            long applied = 0;
            for (int i = 0; i < ARTICLES; i++) {
                if (i == PER_SECOND * SECONDS_BEFORE) {
                    applied = apply(desk, registry);
                }
                long due = begin.toEpochMilli() + i * 1_000L / PER_SECOND;
                stream.poll();
                while (SystemTime.clock().instant().toEpochMilli() < due) {
                    LockSupport.parkNanos(200_000);
                }
                byte[] key = ("urn:live:" + i).getBytes(UTF_8);
                var _ = producer.send(new ProducerRecord<>(Topics.INGESTED.name(), key, articles.encode(article(i))));
            }
            producer.flush();
            stream.await(ARTICLES);

            // Then
            long live = applied + LIVE_WITHIN_MILLIS;
            assertThat(stream.seen())
                    .extracting(Seen::uri)
                    .doesNotHaveDuplicates()
                    .hasSize(ARTICLES);
            assertThat(stream.seen())
                    .allMatch(seen -> seen.sent() < live || seen.tags().equals(List.of("wiredesk:quokka")));
            assertThat(stream.seen()).filteredOn(seen -> seen.sent() > live).hasSizeGreaterThan(PER_SECOND);
            assertThat(stream.seen()).allMatch(seen -> seen.tags().size() <= 1);
            assertThat(stream.backAndForth())
                    .as("partitions in which an old book came after a new one")
                    .isEmpty();
            long swap = applied;
            long usual = worst(stream, seen -> seen.sent() < swap - AROUND_MILLIS);
            assertThat(worst(stream, seen -> seen.sent() >= swap - AROUND_MILLIS))
                    .as("milliseconds from its sending to its reader; before the swap at most %d", usual)
                    .isLessThan(usual + PAUSE_MILLIS);
        }
    }

    private static long worst(EnrichedStream stream, Predicate<Seen> which) {
        return stream.seen().stream().filter(which).mapToLong(Seen::late).max().orElseThrow();
    }

    private long apply(EmbeddedDesk desk, SchemaRegistry registry)
            throws IOException, ExecutionException, InterruptedException {
        Path file = Files.writeString(folder.resolve("quokka.yaml"), RULES);
        RuleFiles.Read.Good good = (RuleFiles.Read.Good) RuleFiles.read(List.of(file));
        RuleFiles.apply(good, Map.of("bootstrap.servers", desk.bootstrap()), registry);
        return SystemTime.clock().instant().toEpochMilli();
    }

    private static KafkaProducer<byte[], byte[]> producer(EmbeddedDesk desk) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", desk.bootstrap(), "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static Article article(int i) {
        Instant now = SystemTime.clock().instant();
        return Article.newBuilder()
                .setUri("urn:live:" + i)
                .setVersion("1")
                .setVersionCreated(now)
                .setLanguage("en")
                .setPubStatus(PubStatus.usable)
                .setZones(List.of(new Zone(ZoneKind.headline, "A quokka naps on day " + i)))
                .setSource("test")
                .setReceivedAt(now)
                .setContentHash("0")
                .build();
    }
}
