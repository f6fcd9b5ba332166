package wiredesk.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wiredesk.enrich.EnrichDriver.article;
import static wiredesk.enrich.EnrichDriver.zone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.Source;
import wiredesk.enrich.rule.Vocabulary;
import wiredesk.enrich.tagging.Tagger;
import wiredesk.runtime.DeadLetters;
import wiredesk.runtime.Trace;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.Evidence;
import wiredesk.schemas.record.NamedPlace;
import wiredesk.schemas.record.Tag;
import wiredesk.schemas.record.Zone;
import wiredesk.schemas.record.ZoneKind;
import wiredesk.schemas.wire.FixedSchemas;

class EnrichTopologyTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final String HARBOUR = """
            tag: wiredesk:harbour
            names: {de: Hafen, en: harbour, es: puerto, fr: le port, it: porto, nl: haven, pl: przystań, pt: cais}
            broader: [medtop:20000192]
            threshold: 0.25
            concepts:
              opens: {en: [opens]}
              quay: {en: [quay, old harbour]}
            rules:
              - id: opens-quay
                weight: 6
                match: {near: {words: 6, of: [opens, quay]}}
              - id: quay
                weight: 3
                match: quay
            """;

    private final EnrichDriver enrich;

    EnrichTopologyTest(@TempDir Path state) {
        this.enrich = new EnrichDriver(state);
    }

    @AfterEach
    void close() {
        enrich.close();
    }

    @Test
    void theNamesInTheTopologyAreTheOnesThatWereAgreed() throws IOException {
        Tagger none = new Tagger(RuleBook.empty());
        String described = new EnrichTopology(new FixedSchemas(), () -> none, enrich.metrics)
                .get()
                .describe()
                .toString();

        assertThat(described.strip()).as("""
                        The names in a topology are a contract: a store's or a repartition's name is a part of a \
                        topic's name, and under another name a running service finds nothing of what it had. Look \
                        at the changelog names first (there is none here so far); only then change topology.txt.""").isEqualTo(golden().strip());
    }

    @Test
    void anArticleGetsItsTagWithTheWordsThatEarnedIt() {
        // Given words behind a character of two UTF-16 units, so that code points and chars differ
        String book = enrich.live(HARBOUR);
        Article article = article(
                "urn:quay",
                "en",
                zone(ZoneKind.headline, "🚢🚢 Mayor opens the new quay"),
                zone(ZoneKind.credit, "© A. Salgado"),
                zone(ZoneKind.paragraph, "𝒜 fair stood in the Old Harbour."));

        // When
        enrich.send(article);

        // Then
        EnrichedArticle enriched = only(enrich.enriched());
        assertThat(enriched.getArticle()).isEqualTo(article);
        assertThat(enriched.getBookVersion()).isEqualTo(book);
        assertThat(enriched.getTags()).singleElement().satisfies(tag -> {
            assertThat(tag.getCode()).isEqualTo("wiredesk:harbour");
            assertThat(tag.getNames()).hasSize(8).containsEntry("pl", "przystań");
            assertThat(tag.getBroader()).containsExactly("medtop:20000192");
            assertThat(tag.getScore()).isBetween(0.25, 1.0);
            assertThat(tag.getBookVersion()).isEqualTo(book);
            assertThat(tag.getEvidence())
                    .contains(evidence("opens-quay", 0, 9, 27, "opens the new quay"))
                    .contains(evidence("quay", 2, 20, 31, "Old Harbour"))
                    .allSatisfy(evidence -> assertThat(evidence.getText()).isEqualTo(quoted(article, evidence)));
        });
        assertThat(enrich.metrics.events("enriched")).isEqualTo(1);
    }

    @Test
    void anArticleGetsThePlacesThatItNamesWhetherOrNotItEarnsATag() {
        // Given
        Vocabulary shared = EnrichDriver.sound(Vocabulary.parse(List.of(new Source(
                "places.yaml", "places: {PT: {names: {any: [Porto, Leixões]}}, ES: {names: {any: [Vigo]}}}"))));
        enrich.live(HARBOUR, shared);

        // When
        enrich.send(article("urn:places", "en", zone(ZoneKind.headline, "🚢 Porto waits, Portugal waits")));

        // Then
        EnrichedArticle enriched = only(enrich.enriched());
        assertThat(enriched.getTags()).isEmpty();
        assertThat(enriched.getPlaces())
                .containsExactly(new NamedPlace(
                        "PT",
                        List.of(evidence("place-PT", 0, 2, 7, "Porto"), evidence("place-PT", 0, 15, 23, "Portugal"))));
    }

    @ParameterizedTest
    @EnumSource(ZoneKind.class)
    void wordsEarnNothingInACreditABoxOrASourceLine(ZoneKind kind) {
        enrich.live(HARBOUR);

        enrich.send(article(
                "urn:quay", "en", zone(ZoneKind.lede, "Fair weather."), zone(kind, "The mayor opens the quay")));

        List<Tag> tags = only(enrich.enriched()).getTags();
        switch (kind) {
            case credit, box, source -> assertThat(tags).isEmpty();
            case headline, lede, heading, paragraph, list, caption ->
                assertThat(tags).extracting(Tag::getCode).containsExactly("wiredesk:harbour");
        }
    }

    @Test
    void anArticleWithoutATagGoesOnWithTheBookThatWasAsked() {
        String book = enrich.live(HARBOUR);

        enrich.send(article("urn:other", "en", zone(ZoneKind.headline, "Rain")));
        enrich.send(article("urn:uncovered", "sv", zone(ZoneKind.headline, "Mayor opens the quay")));

        assertThat(enrich.enriched()).hasSize(2).allSatisfy(enriched -> {
            assertThat(enriched.getTags()).isEmpty();
            assertThat(enriched.getBookVersion()).isEqualTo(book);
        });
    }

    @Test
    void aBookThatIsSwappedTagsTheNextArticleByItsOwnVersion() {
        // Given
        Article article = article("urn:quay", "en", zone(ZoneKind.headline, "Mayor opens the quay"));
        String first = enrich.live(HARBOUR);
        enrich.send(article);

        // When
        String second = enrich.live(HARBOUR.replace("wiredesk:harbour", "wiredesk:port"));
        enrich.send(article);

        // Then
        assertThat(second).isNotEqualTo(first);
        assertThat(enrich.enriched())
                .extracting(enriched -> only(enriched.getTags()))
                .satisfiesExactly(
                        tag -> {
                            assertThat(tag.getCode()).isEqualTo("wiredesk:harbour");
                            assertThat(tag.getBookVersion()).isEqualTo(first);
                        },
                        tag -> {
                            assertThat(tag.getCode()).isEqualTo("wiredesk:port");
                            assertThat(tag.getBookVersion()).isEqualTo(second);
                        });
    }

    @Test
    void theSameArticleAndBookGiveTheSameBytesWithTheNamesInTheOrderOfTheirLanguages() {
        Article article = article("urn:quay", "en", zone(ZoneKind.headline, "Mayor opens the quay"));

        enrich.live(HARBOUR);
        enrich.send(article);
        enrich.live(HARBOUR.replace("de: Hafen, ", "").replace("pt: cais", "pt: cais, de: Hafen"));
        enrich.send(article);

        assertThat(enrich.enrichedRecords()).hasSize(2).allSatisfy(record -> {
            String bytes = new String(record.value(), UTF_8);
            List<String> names = List.of("Hafen", "harbour", "puerto", "le port", "porto", "haven", "przystań", "cais");
            int tag = bytes.indexOf("wiredesk:harbour");
            assertThat(names.stream().map(name -> bytes.indexOf(name, tag + "wiredesk:harbour".length())))
                    .doesNotContain(-1)
                    .isSorted();
        });
    }

    @Test
    void theKeyAndTheHeadersGoOnWithTheArticle() {
        Headers headers = new RecordHeaders().add("newsroom.desk", "porto".getBytes(UTF_8));
        Trace.put(headers, TRACE);

        enrich.send(article("urn:quay", "en", zone(ZoneKind.headline, "Rain")), headers);

        TestRecord<byte[], byte[]> record = only(enrich.enrichedRecords());
        assertThat(record.key()).asString(UTF_8).isEqualTo("urn:quay");
        assertThat(header(record, Trace.HEADER)).isEqualTo(TRACE);
        assertThat(header(record, "newsroom.desk")).isEqualTo("porto");
        assertThat(record.headers().toArray()).hasSize(2);
    }

    /** A value that is no article, and what its dead letter has to say. */
    record Poison(String what, Function<EnrichDriver, byte @Nullable []> value, String detail) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Poison> poison() {
        Article good = article("urn:quay", "en", zone(ZoneKind.headline, "Rain"));
        return Stream.of(
                new Poison("no Avro", _ -> "hello".getBytes(UTF_8), "wire format"),
                new Poison("no value", _ -> null, "no value"),
                new Poison("no bytes", _ -> new byte[0], "wire format"),
                new Poison("an id that no schema has", _ -> new byte[] {0, 0, 0, 0, 99, 1, 2}, "schema id 99"),
                new Poison("another record's id", _ -> new byte[] {0, 0, 0, 0, 2, 0, 0}, "schema id 2"),
                new Poison(
                        "a cut article",
                        enrich -> Arrays.copyOf(enrich.encode(good), enrich.encode(good).length - 3),
                        "not an Avro Article"),
                new Poison(
                        "an article and more",
                        enrich -> Arrays.copyOf(enrich.encode(good), enrich.encode(good).length + 1),
                        "left over"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void poisonIsOneDeadLetterWithItsBytesAndTheNextArticleFlows(Poison poison) {
        // Given
        byte[] key = "urn:poison".getBytes(UTF_8);
        byte[] value = poison.value().apply(enrich);
        Headers headers = new RecordHeaders();
        Trace.put(headers, TRACE);

        // When
        enrich.send(article("urn:before", "en", zone(ZoneKind.headline, "Rain")));
        enrich.send(key, value, headers);
        enrich.send(article("urn:after", "en", zone(ZoneKind.headline, "Rain")));

        // Then
        TestRecord<byte[], byte[]> letter = only(enrich.deadLetters());
        assertThat(letter.key()).isEqualTo(key);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(header(letter, DeadLetters.SERVICE)).isEqualTo("enrich");
        assertThat(header(letter, DeadLetters.REASON)).isEqualTo("not-an-article");
        assertThat(header(letter, DeadLetters.DETAIL)).contains(poison.detail());
        assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo("articles.ingested");
        assertThat(header(letter, DeadLetters.PARTITION)).isEqualTo("0");
        assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("1");
        assertThat(header(letter, Trace.HEADER)).isEqualTo(TRACE);
        assertThat(enrich.enriched())
                .extracting(enriched -> enriched.getArticle().getUri())
                .containsExactly("urn:before", "urn:after");
        assertThat(enrich.metrics.events("dead-lettered")).isEqualTo(1);
        assertThat(enrich.metrics.events("enriched")).isEqualTo(2);
    }

    /** The words at the evidence's range, found the way that a reader in any language would. */
    private static String quoted(Article article, Evidence evidence) {
        Zone zone = article.getZones().get(evidence.getZone());
        int[] range = zone.getText()
                .codePoints()
                .skip(evidence.getBegin())
                .limit(evidence.getEnd() - evidence.getBegin())
                .toArray();
        return new String(range, 0, range.length);
    }

    private static Evidence evidence(String rule, int zone, int begin, int end, String text) {
        return Evidence.newBuilder()
                .setRule(rule)
                .setZone(zone)
                .setBegin(begin)
                .setEnd(end)
                .setText(text)
                .build();
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.getFirst();
    }

    private static String golden() throws IOException {
        try (InputStream file = Objects.requireNonNull(EnrichTopologyTest.class.getResourceAsStream("topology.txt"))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
