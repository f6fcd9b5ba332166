package wiredesk.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.DeliveryKind;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.record.Tag;
import wiredesk.schemas.record.Zone;
import wiredesk.schemas.record.ZoneKind;
import wiredesk.standalone.Newsroom.Reply;

/** What a desk does, seen from outside. The same for one JVM and for containers, so the desk is the subclass's. */
public abstract class EndToEndContract {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final String THREE_TAGS_EXAMPLE = "cormelle-leipzig.fr.txt";
    private static final int FIFTY_MEGABYTES = 50 << 20;

    protected abstract Desk desk();

    @Test
    void anArticleEarnsItsThreeTagsByWordsThatStandWhereTheySay() throws Exception {
        // Given
        String uri = newUri();
        String text = Files.readString(EXAMPLES.resolve(THREE_TAGS_EXAMPLE));
        try (Site<PublishedArticle> europe = Site.ofChannel(desk(), "europe")) {
            // When
            Reply reply = new Newsroom(desk()).sendText(uri, text);
            // Then
            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.uri()).isEqualTo(uri);
            PublishedArticle article =
                    europe.await(uri, known -> known.key().equals(uri)).value();
            assertThat(article.getDelivery()).isEqualTo(DeliveryKind.publish);
            assertThat(article.getLanguage()).isEqualTo("fr");
            assertThat(article.getTags())
                    .extracting(Tag::getCode)
                    .containsExactly("wiredesk:data-residency", "wiredesk:europe-expansion", "wiredesk:regulation");
            EvidenceStands.in(article);
            assertThat(article.getZones())
                    .extracting(Zone::getKind)
                    .contains(ZoneKind.lede, ZoneKind.box, ZoneKind.heading, ZoneKind.caption, ZoneKind.source);
        }
    }

    @Test
    void anArticleGoesToTheChannelsThatAskForItAndToNoOther() throws Exception {
        // Given
        String uri = newUri();
        // When
        new Newsroom(desk()).sendText(uri, plain("Bakers met on Tuesday to compare their loaves."));
        // Then
        try (Site<PublishedArticle> all = Site.ofChannel(desk(), "all");
                Site<PublishedArticle> europe = Site.ofChannel(desk(), "europe");
                Site<PublishedArticle> policy = Site.ofChannel(desk(), "policy")) {
            all.await(uri, known -> known.key().equals(uri));
            assertThat(europe.all(uri)).isEmpty();
            assertThat(policy.all(uri)).isEmpty();
        }
    }

    @Test
    void aCorrectionReplacesAndAKillTakesDownWithoutAWordOfTheText() throws Exception {
        // Given
        String uri = newUri();
        Newsroom newsroom = new Newsroom(desk());
        try (Site<PublishedArticle> all = Site.ofChannel(desk(), "all")) {
            // When
            newsroom.sendNinjs(ninjs(uri, "9", "usable", "The mayor opened the bridge."));
            newsroom.sendNinjs(ninjs(uri, "10", "usable", "The mayor will open the bridge."));
            newsroom.sendNinjs(ninjs(uri, "8", "usable", "The mayor may open the bridge."));
            newsroom.sendNinjs(ninjs(uri, "11", "canceled", "There is no bridge."));
            // Then
            all.await(
                    "the kill",
                    known -> known.key().equals(uri) && known.value().getDelivery() == DeliveryKind.kill);
            List<PublishedArticle> records = all.all(uri);
            assertThat(records).extracting(PublishedArticle::getVersion).containsExactly("9", "10", "11");
            assertThat(records)
                    .extracting(PublishedArticle::getDelivery)
                    .containsExactly(DeliveryKind.publish, DeliveryKind.correct, DeliveryKind.kill);
            assertThat(records.getLast().getZones()).isEmpty();
            assertThat(records.getLast().getHeadline()).isNull();
        }
    }

    @Test
    void anEmbargoHoldsToItsInstant() throws Exception {
        // Given
        String uri = newUri();
        Instant embargo = Instant.now().plus(Duration.ofSeconds(3));
        try (Site<PublishedArticle> all = Site.ofChannel(desk(), "all")) {
            // When
            new Newsroom(desk()).sendNinjs("""
                    {"uri":"%s","version":"1","headline":"Held","language":"en","embargoed":"%s",
                     "body_text":"Not before its time."}""".formatted(uri, embargo));
            // Then
            ConsumerRecord<String, PublishedArticle> record =
                    all.await(uri, known -> known.key().equals(uri));
            assertThat(record.value().getPublishedAt()).isAfterOrEqualTo(embargo.minusMillis(1));
            assertThat(all.all(uri)).hasSize(1);
        }
    }

    @Test
    void aPayloadOfSeveralArticlesIsTakenWholeOrNotAtAll() throws Exception {
        // Given
        Newsroom newsroom = new Newsroom(desk());
        String one = newUri();
        String two = newUri();
        String feed = feed(item(one, "The mill turns."), item(two, "The mill stands still."));
        String faulty = feed(item(newUri(), "The mill burns."), "<item><guid>urn:none</guid></item>");
        long before = submissions();
        try (Site<PublishedArticle> all = Site.ofChannel(desk(), "all")) {
            // When
            Reply refused = newsroom.send("", faulty.getBytes(StandardCharsets.UTF_8), "application/rss+xml");
            long between = submissions();
            Reply accepted = newsroom.send("", feed.getBytes(StandardCharsets.UTF_8), "application/rss+xml");
            // Then
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().path("detail").asText()).startsWith("article 2 of 2: ");
            assertThat(between).isEqualTo(before);
            assertThat(accepted.status()).isEqualTo(202);
            assertThat(accepted.body().path("articles").findValuesAsText("uri")).containsExactly(one, two);
            for (String uri : List.of(one, two)) {
                all.await(uri, known -> known.key().equals(uri));
            }
        }
    }

    private static String feed(String... items) {
        return "<rss version=\"2.0\"><channel><title>Mill news</title><language>en</language>%s</channel></rss>"
                .formatted(String.join("", items));
    }

    private static String item(String uri, String text) {
        return "<item><guid isPermaLink=\"false\">%s</guid><title>News of the mill</title><description>%s</description></item>"
                .formatted(uri, text);
    }

    @Test
    void whatIsMalformedIsRefusedWithAProblemDocumentAndNothingIsWritten() throws Exception {
        // Given
        Newsroom newsroom = new Newsroom(desk());
        byte[] huge = new byte[FIFTY_MEGABYTES];
        Arrays.fill(huge, (byte) 'a');
        byte[] notUtf8 = {'c', 'a', 'f', (byte) 0xE9, ' ', 'x'};
        long before = submissions();
        // When
        List<Refusal> refusals = List.of(
                new Refusal("empty", 400, newsroom.send("", new byte[0], "text/plain")),
                new Refusal("huge", 413, newsroom.send("", huge, "text/plain")),
                new Refusal("not UTF-8", 400, newsroom.send("", notUtf8, "text/plain; charset=utf-8")),
                new Refusal("cut short", 400, newsroom.sendNinjs("{\"uri\":\"urn:x\",\"headline\":\"Cut")),
                new Refusal("no text at all", 422, newsroom.sendNinjs("{\"version\":\"1\",\"type\":\"text\"}")),
                new Refusal("a picture", 415, newsroom.send("", new byte[] {1, 2, 3}, "image/png")));
        // Then
        for (Refusal refusal : refusals) {
            Reply reply = refusal.reply();
            assertThat(reply.status()).as(refusal.what()).isEqualTo(refusal.status());
            assertThat(reply.mediaType()).as(refusal.what()).startsWith("application/problem+json");
            assertThat(reply.body().path("status").asInt()).as(refusal.what()).isEqualTo(refusal.status());
            assertThat(reply.body().path("detail").asText()).as(refusal.what()).isNotBlank();
        }
        assertThat(submissions()).isEqualTo(before);
    }

    @Test
    void whatIsNoSubmissionIsADeadLetterAndTheNextArticleStillFlows() throws Exception {
        // Given
        String poison = newUri();
        String good = newUri();
        byte[] bytes = "this is not Avro".getBytes(StandardCharsets.UTF_8);
        try (Site<byte[]> deadLetters = Site.ofDeadLetters(desk());
                Site<PublishedArticle> all = Site.ofChannel(desk(), "all")) {
            // When
            try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", desk().bootstrap()),
                    new StringSerializer(),
                    new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(Topics.SUBMISSIONS.name(), poison, bytes))
                        .get();
            }
            new Newsroom(desk()).sendText(good, plain("A good one follows."));
            // Then
            ConsumerRecord<String, byte[]> letter =
                    deadLetters.await(poison, known -> known.key().equals(poison));
            assertThat(letter.value()).isEqualTo(bytes);
            assertThat(Site.header(letter, "wiredesk.dead-letter.reason")).isEqualTo("not-a-submission");
            assertThat(Site.header(letter, "wiredesk.dead-letter.service")).isEqualTo("ingest");
            assertThat(Site.header(letter, "wiredesk.dead-letter.topic")).isEqualTo(Topics.SUBMISSIONS.name());
            all.await(good, known -> known.key().equals(good));
        }
    }

    @Test
    void aServiceSaysHowItIs() throws Exception {
        // Given
        Newsroom newsroom = new Newsroom(desk());
        // When, then
        assertThat(newsroom.get("/healthz").body()).contains("\"live\":true");
        assertThat(newsroom.get("/readyz").body()).contains("\"streams\":true").contains("\"registry\":true");
        assertThat(newsroom.get("/metrics").body())
                .contains("wiredesk_events_total")
                .contains("kafka_stream");
    }

    private record Refusal(String what, int status, Reply reply) {}

    private long submissions() throws IOException, InterruptedException {
        return new Newsroom(desk())
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("wiredesk_events_total") && line.contains("outcome=\"accepted\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String newUri() {
        return "urn:example:" + UUID.randomUUID();
    }

    private static String plain(String sentence) {
        return "A plain headline for a plain story\n\n" + sentence + " It was a quiet day, and nobody minded.\n";
    }

    private static String ninjs(String uri, String version, String status, String text) {
        return """
                {"uri":"%s","version":"%s","pubstatus":"%s","headline":"The bridge","language":"en","body_text":"%s"}""".formatted(uri, version, status, text);
    }
}
