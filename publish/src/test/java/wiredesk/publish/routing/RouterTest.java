package wiredesk.publish.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiredesk.publish.routing.Incoming.Status;

class RouterTest {

    private static final String CHANNEL = "europe";

    /** Every status upon every last delivery: what is owed when the channel wants it, and when not; '-' is nothing. */
    @ParameterizedTest(name = "{0} upon {1}: {2}, {3} if it says the same, {4} if unwanted")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            STATUS,   LAST,     WANTED,   WANTED AND THE SAME, UNWANTED
            usable,   -,        publish,  publish,             -
            usable,   publish,  correct,  -,                   withdraw
            usable,   correct,  correct,  -,                   withdraw
            usable,   withdraw, publish,  publish,             -
            usable,   kill,     -,        -,                   -
            withheld, -,        -,        -,                   -
            withheld, publish,  withdraw, withdraw,            withdraw
            withheld, correct,  withdraw, withdraw,            withdraw
            withheld, withdraw, -,        -,                   -
            withheld, kill,     -,        -,                   -
            canceled, -,        -,        -,                   -
            canceled, publish,  kill,     kill,                kill
            canceled, correct,  kill,     kill,                kill
            canceled, withdraw, kill,     kill,                kill
            canceled, kill,     -,        -,                   -
            """)
    void whatIsOwedFollowsFromTheStatusTheLastDeliveryAndTheQuery(
            String status, String last, String wanted, String same, String unwanted) {
        Incoming article = article(Status.valueOf(status.toUpperCase(Locale.ROOT)), "new");
        Map<String, Delivered> had = had(last, "old");

        assertThat(told(article, had, routes(query()))).isEqualTo(wanted);
        assertThat(told(article, had(last, "new"), routes(query()))).isEqualTo(same);
        assertThat(told(article, had, routes(query("wiredesk:other")))).isEqualTo(unwanted);
        assertThat(told(article, had, new Routes(Map.of(), Set.of(CHANNEL))))
                .as("a channel that was removed wants nothing")
                .isEqualTo(unwanted);
        assertThat(told(article, had, new Routes(Map.of(CHANNEL, query()), Set.of())))
                .as("a channel without a topic is owed nothing yet")
                .isEqualTo("-");
    }

    @Test
    void theNewsroomsNoteSaysWhyAndWithoutOneTheReasonDoes() {
        Map<String, Delivered> had = had("publish", "old");

        assertThat(why(article(Status.CANCELED, "new", "libel"), had, query())).isEqualTo("libel");
        assertThat(why(article(Status.WITHHELD, "new", "unclear"), had, query()))
                .isEqualTo("unclear");
        assertThat(why(article(Status.WITHHELD, "new", null), had, query())).isEqualTo("withheld by the newsroom");
        assertThat(why(article(Status.USABLE, "new", "a name"), had, query())).isEqualTo("a name");
        assertThat(why(article(Status.USABLE, "new", "a name"), had, query("wiredesk:other")))
                .isEqualTo("no longer what the channel asks for");
    }

    @Test
    void deliveriesComeInTheOrderOfTheChannelsNames() {
        Map<String, Delivered> had = Map.of("m", new Delivered("1", "old", DeliveryKind.PUBLISH));
        Map<String, ChannelQuery> channels = Map.of("z", query(), "a", query(), "k", query("wiredesk:other"));

        assertThat(Router.decide(article(Status.USABLE, "new"), had, new Routes(channels, Set.of("z", "a", "m", "k"))))
                .extracting(Delivery::channel)
                .containsExactly("a", "m", "z");
    }

    /** Whatever versions came and however the channels changed between them, the channels tell the truth. */
    @Test
    void afterAnySequenceAChannelStandsAsItsQuerySaysAndAKilledArticleNowhere() {
        for (long seed = 0; seed < 5_000; seed++) {
            new Run(seed).play();
        }
    }

    /** One article, four channels that come, change, close and go, and what each of them was last sent. */
    private static final class Run {

        private static final List<String> NAMES = List.of("a", "b", "c", "d");
        private static final List<String> TAGS = List.of("wiredesk:one", "wiredesk:two");

        private final long seed;
        private final Random random;
        private final Map<String, ChannelQuery> channels = new HashMap<>();
        private final Set<String> open = new HashSet<>();
        private final Map<String, Delivered> had = new HashMap<>();
        private final List<String> story = new ArrayList<>();
        private boolean killed;

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            NAMES.forEach(name -> change());
        }

        void play() {
            for (int step = 0; step < 12; step++) {
                if (random.nextBoolean()) {
                    change();
                } else {
                    version(Integer.toString(step));
                }
            }
        }

        private void change() {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            switch (random.nextInt(6)) {
                case 0 -> channels.remove(name);
                case 1 -> open.remove(name);
                default -> {
                    Set<String> tags = random.nextInt(3) == 0 ? Set.of() : Set.of(TAGS.get(random.nextInt(2)));
                    channels.put(name, new ChannelQuery(name, name, tags, 0.5, Set.of(), Set.of(), false));
                    open.add(name);
                }
            }
            story.add("channels " + channels + ", open " + open);
        }

        private void version(String version) {
            Incoming article = article(version);
            story.add(article.toString());
            Map<String, Delivered> before = Map.copyOf(had);
            List<Delivery> owed = Router.decide(article, before, new Routes(channels, open));
            for (Delivery delivery : owed) {
                story.add(delivery.toString());
                assertThat(open).as(this::told).contains(delivery.channel());
                follows(before.get(delivery.channel()), delivery.kind());
                had.put(delivery.channel(), new Delivered(version, article.contentHash(), delivery.kind()));
            }
            assertThat(owed).extracting(Delivery::channel).as(this::told).doesNotHaveDuplicates();
            open.forEach(name -> tellsTheTruth(name, article));
        }

        /** Once killed it is only ever killed again: ingest sees to that. */
        private Incoming article(String version) {
            killed |= random.nextInt(8) == 0;
            Status status = killed ? Status.CANCELED : random.nextInt(4) == 0 ? Status.WITHHELD : Status.USABLE;
            Map<String, Double> tags = new HashMap<>();
            TAGS.forEach(tag -> tags.put(tag, random.nextInt(3) / 2.0));
            String hash = "content " + random.nextInt(2) + tags;
            return new Incoming(version, hash, status, "en", "cms", true, tags, null);
        }

        private void follows(@Nullable Delivered last, DeliveryKind next) {
            boolean standing =
                    last != null && (last.kind() == DeliveryKind.PUBLISH || last.kind() == DeliveryKind.CORRECT);
            boolean right = switch (next) {
                case PUBLISH -> last == null || last.kind() == DeliveryKind.WITHDRAW;
                case CORRECT, WITHDRAW -> standing;
                case KILL -> last != null && last.kind() != DeliveryKind.KILL;
            };
            assertThat(right).as(this::told).isTrue();
        }

        private void tellsTheTruth(String name, Incoming article) {
            Delivered last = had.get(name);
            ChannelQuery query = channels.get(name);
            boolean wanted = query != null
                    && (query.tags().isEmpty()
                            || article.tags()
                                            .getOrDefault(
                                                    query.tags().iterator().next(), 0.0)
                                    >= 0.5);
            if (article.status() == Status.USABLE && wanted) {
                assertThat(last).as(this::told).isNotNull().satisfies(had -> {
                    assertThat(had.contentHash()).isEqualTo(article.contentHash());
                    assertThat(had.kind()).isIn(DeliveryKind.PUBLISH, DeliveryKind.CORRECT);
                });
            } else if (last != null && article.status() == Status.CANCELED) {
                assertThat(last.kind()).as(this::told).isEqualTo(DeliveryKind.KILL);
            } else if (last != null) {
                assertThat(last.kind()).as(this::told).isEqualTo(DeliveryKind.WITHDRAW);
            }
        }

        private String told() {
            return "seed " + seed + ":\n" + String.join("\n", story);
        }
    }

    private static String told(Incoming article, Map<String, Delivered> had, Routes routes) {
        List<Delivery> owed = Router.decide(article, had, routes);
        assertThat(owed)
                .hasSizeLessThan(2)
                .allSatisfy(delivery -> assertThat(delivery.channel()).isEqualTo(CHANNEL));
        return owed.isEmpty() ? "-" : owed.getFirst().kind().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String why(Incoming article, Map<String, Delivered> had, ChannelQuery query) {
        List<Delivery> owed = Router.decide(article, had, routes(query));
        assertThat(owed).hasSize(1);
        return owed.getFirst().why();
    }

    private static Map<String, Delivered> had(String kind, String hash) {
        return kind.equals("-")
                ? Map.of()
                : Map.of(CHANNEL, new Delivered("1", hash, DeliveryKind.valueOf(kind.toUpperCase(Locale.ROOT))));
    }

    private static Routes routes(ChannelQuery query) {
        return new Routes(Map.of(CHANNEL, query), Set.of(CHANNEL));
    }

    private static ChannelQuery query(String... tags) {
        return new ChannelQuery(CHANNEL, "Europe", Set.of(tags), 0, Set.of(), Set.of(), false);
    }

    private static Incoming article(Status status, String hash) {
        return article(status, hash, null);
    }

    private static Incoming article(Status status, String hash, @Nullable String note) {
        return new Incoming("2", hash, status, "en", "cms", true, Map.of("wiredesk:europe-expansion", 0.75), note);
    }
}
