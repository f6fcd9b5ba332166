package wiredesk.ingest.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static wiredesk.ingest.copy.ZoneKind.BOX;
import static wiredesk.ingest.copy.ZoneKind.CAPTION;
import static wiredesk.ingest.copy.ZoneKind.CREDIT;
import static wiredesk.ingest.copy.ZoneKind.HEADING;
import static wiredesk.ingest.copy.ZoneKind.HEADLINE;
import static wiredesk.ingest.copy.ZoneKind.LEDE;
import static wiredesk.ingest.copy.ZoneKind.LIST;
import static wiredesk.ingest.copy.ZoneKind.PARAGRAPH;
import static wiredesk.ingest.copy.ZoneKind.SOURCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.ingest.copy.Block.Hint;

class ZoningTest {

    private static final Block LEDE_BLOCK = plain("The mill will reopen in May.");
    private static final Block NEXT = plain("Nobody knows who owns the wheel.");

    @Test
    void aShortFirstLineWithoutAnEndIsTheHeadlineWhenNoneIsGiven() {
        assertThat(zones(null, plain("Mill to reopen"), LEDE_BLOCK))
                .containsExactly(new Zone(HEADLINE, "Mill to reopen"), new Zone(LEDE, "The mill will reopen in May."));
        assertThat(kinds(zones(null, plain("Will the mill reopen?"), LEDE_BLOCK)))
                .containsExactly(HEADLINE, LEDE);
        assertThat(kinds(zones("Given", plain("Mill to reopen"), LEDE_BLOCK)))
                .containsExactly(HEADLINE, LEDE, PARAGRAPH);
    }

    @Test
    void aBodyThatRepeatsItsHeadlineHasItOnce() {
        assertThat(kinds(zones("Mill to reopen", plain(" Mill  to reopen "), LEDE_BLOCK)))
                .containsExactly(HEADLINE, LEDE);
    }

    @Test
    void hardWrappedLinesJoinWithASpace() {
        assertThat(zones("H", plain("The mill will", "  reopen in May. ")))
                .contains(new Zone(LEDE, "The mill will reopen in May."));
    }

    @Test
    void aShortLineBetweenParagraphsIsAHeadingButNotAtTheEndNorOverAnother() {
        assertThat(kinds(zones("H", LEDE_BLOCK, plain("An old wheel"), NEXT)))
                .containsExactly(HEADLINE, LEDE, HEADING, PARAGRAPH);
        assertThat(kinds(zones("H", LEDE_BLOCK, NEXT, plain("An old wheel"))))
                .containsExactly(HEADLINE, LEDE, PARAGRAPH, PARAGRAPH);
        assertThat(kinds(zones("H", LEDE_BLOCK, plain("One"), plain("Two"), NEXT)))
                .containsExactly(HEADLINE, LEDE, PARAGRAPH, HEADING, PARAGRAPH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "© Agence",
                "(c) Agence",
                "Photo: R. Salgado",
                "Photo : R. Salgado",
                "Photo\u00A0: R. Salgado",
                "Foto: dpa",
                "Crédits : Agence",
                "Crédit photo : Agence",
                "Credit: Agency",
                "Bild: dpa",
                "Beeld: ANP",
                "Zdjęcie: PAP",
                "Fot. Jan Nowak",
                "Photo by Ann Lee / Agency",
                "(Foto: dpa)",
                "By Hester Quill",
                "Par Maëlle de Quintin"
            })
    void eachCreditLineIsACredit(String line) {
        assertThat(kinds(zones("H", LEDE_BLOCK, plain(line, line), NEXT)))
                .containsExactly(HEADLINE, LEDE, CREDIT, CREDIT, PARAGRAPH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Source : La Lettre",
                "Source\u202F: La Lettre",
                "Sources: a, b",
                "Quelle: Bote",
                "Quellen: Bote, dpa",
                "Fuente: Diario",
                "Fonte: Jornal",
                "Fonti: Giornale",
                "Bron: Krant",
                "Źródło: Gazeta",
                "(Source: Wire)"
            })
    void aSourceLineIsASource(String line) {
        assertThat(zones("H", LEDE_BLOCK, plain(line))).last().isEqualTo(new Zone(SOURCE, line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sources close to the firm said no.",
                "Photography is what he lived for.",
                "(c) the third of these points.",
                "Sir By George Smith was there."
            })
    void proseThatBeginsAlikeIsProse(String line) {
        assertThat(kinds(zones("H", LEDE_BLOCK, plain("(b) the second."), plain(line))))
                .containsExactly(HEADLINE, LEDE, PARAGRAPH, PARAGRAPH);
    }

    @Test
    void aLineThatEndsWithACreditIsACaptionAndACredit() {
        assertThat(zones("H", LEDE_BLOCK, plain("The wheel at night. © Agency"), NEXT))
                .containsSequence(new Zone(CAPTION, "The wheel at night."), new Zone(CREDIT, "© Agency"));
        assertThat(zones("H", LEDE_BLOCK, plain("The wheel at night. Foto: dpa"), NEXT))
                .containsSequence(new Zone(CAPTION, "The wheel at night."), new Zone(CREDIT, "Foto: dpa"));
        assertThat(kinds(zones("H", LEDE_BLOCK, plain("He drew a © on it. Then he left."), NEXT)))
                .containsExactly(HEADLINE, LEDE, PARAGRAPH, PARAGRAPH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9 / 10", "4/5", "8,5/10", "8.5 / 10", "87/100", "Note : 9\u00A0/\u00A010", "★★★★☆"})
    void aTitleItsBulletsAndAMarkAreOneBoxEvenWhereBlankLinesPartThem(String mark) {
        Zone box = new Zone(BOX, "Wheel\nturns\ngrinds\n" + mark);
        assertThat(zones("H", LEDE_BLOCK, plain("Wheel", "  • turns", "  • grinds", mark), NEXT))
                .contains(box)
                .hasSize(4);
        assertThat(zones("H", LEDE_BLOCK, plain("Wheel"), plain("• turns", "• grinds"), plain(mark), NEXT))
                .contains(box)
                .hasSize(4);
    }

    @Test
    void aFractionIsNoMark() {
        assertThat(kinds(zones("H", LEDE_BLOCK, plain("11 / 10"), NEXT))).doesNotContain(BOX);
        assertThat(kinds(zones("H", LEDE_BLOCK, plain("3 / 4"), NEXT))).doesNotContain(BOX);
    }

    @Test
    void aHeadingOverABoxOfAnotherTitleStaysAHeading() {
        assertThat(kinds(zones("H", LEDE_BLOCK, plain("What it can do"), plain("Wheel", "• turns", "9/10"), NEXT)))
                .containsExactly(HEADLINE, LEDE, HEADING, BOX, PARAGRAPH);
    }

    @Test
    void bulletsAloneAreAListWithALineForEachItem() {
        assertThat(zones("H", LEDE_BLOCK, plain("- flour", "- bran", "   of oats"), NEXT))
                .contains(new Zone(LIST, "flour\nbran of oats"));
        assertThat(kinds(zones("H", LEDE_BLOCK, plain("– Nous attendons le printemps, dit le meunier."), NEXT)))
                .doesNotContain(LIST);
    }

    @Test
    void theHintsOfAFormatAreBelieved() {
        List<Zone> zones = zones(
                null,
                new Block(Hint.HEADLINE, List.of("Mill to reopen.")),
                new Block(Hint.PARAGRAPH, List.of("In May")),
                new Block(Hint.HEADING, List.of("Why now?")),
                new Block(Hint.LIST_ITEM, List.of("flour")),
                new Block(Hint.LIST_ITEM, List.of("bran")),
                new Block(Hint.CAPTION, List.of("The wheel © Agency")),
                new Block(Hint.BOX, List.of("Read also", "The old mill")));

        assertThat(kinds(zones)).containsExactly(HEADLINE, LEDE, HEADING, LIST, CAPTION, CREDIT, BOX);
    }

    @Test
    void anyBlocksGiveZonesThatAreTrimmedAndOnOneLine() {
        for (long seed = 0; seed < 2_000; seed++) {
            List<Block> blocks = randomBlocks(new Random(seed));
            for (Zone zone : Zoning.zones(null, blocks)) {
                boolean manyLines = zone.kind() == LIST || zone.kind() == BOX;
                for (String line : manyLines ? zone.text().split("\n", -1) : new String[] {zone.text()}) {
                    assertThat(line).as("seed %d", seed).isNotBlank().isEqualTo(Spaces.clean(line));
                }
            }
        }
    }

    private static List<Block> randomBlocks(Random random) {
        List<String> pieces = List.of(
                "Short",
                "A sentence ends.",
                "• item",
                "- item",
                "9 / 10",
                "© A",
                "Photo: B",
                "Source :",
                "x © C",
                "",
                "\u00A0",
                "(c)",
                "•",
                "— dit-il",
                "x".repeat(500),
                "Fin ?",
                "★★★",
                "\uD83D\uDE00");
        List<Hint> hints = List.of(Hint.values());
        List<Block> blocks = new ArrayList<>();
        for (int i = random.nextInt(9); i > 0; i--) {
            List<String> lines = new ArrayList<>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                lines.add(" ".repeat(random.nextInt(3)) + pieces.get(random.nextInt(pieces.size())));
            }
            blocks.add(new Block(hints.get(random.nextInt(hints.size())), lines));
        }
        return blocks;
    }

    private static Block plain(String... lines) {
        return new Block(Hint.NONE, List.of(lines));
    }

    private static List<Zone> zones(@Nullable String headline, Block... blocks) {
        return Zoning.zones(headline, List.of(blocks));
    }

    private static List<ZoneKind> kinds(List<Zone> zones) {
        return zones.stream().map(Zone::kind).toList();
    }
}
