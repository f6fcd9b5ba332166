package wiredesk.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

/** Writes articles: a headline, a lede, paragraphs; with names, elisions, hyphens, numbers, quotations and commas. */
final class Writer {

    private static final String VOWELS = "aeiouéèêœ";

    /** The last word of a sentence is longer than any abbreviation, after whose dot the sentence would go on. */
    private static final int SHORTEST_LAST_WORD = 6;

    private static final double FOREIGN = 0.04;

    private final Random random;
    private final WordStock stock;
    private final List<String> foreign;

    /**
     * A writer.
     *
     * @param foreign terms that stand here and there among the made-up words; may be none
     */
    Writer(Random random, WordStock stock, List<String> foreign) {
        this.random = random;
        this.stock = stock;
        this.foreign = foreign;
    }

    Article article() {
        List<Zone> zones = new ArrayList<>();
        List<List<String>> sentences = new ArrayList<>();
        add(ZoneKind.HEADLINE, List.of(headline()), zones, sentences);
        add(ZoneKind.LEDE, sentences(1 + random.nextInt(2)), zones, sentences);
        int paragraphs = 6 + random.nextInt(6);
        for (int i = 0; i < paragraphs; i++) {
            add(ZoneKind.PARAGRAPH, sentences(2 + random.nextInt(3)), zones, sentences);
        }
        return new Article(zones, sentences);
    }

    private static void add(ZoneKind kind, List<String> own, List<Zone> zones, List<List<String>> sentences) {
        zones.add(new Zone(kind, String.join(" ", own)));
        sentences.add(own);
    }

    private String headline() {
        String sentence = sentence(7 + random.nextInt(5));
        return sentence.substring(0, sentence.length() - 1);
    }

    private List<String> sentences(int count) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sentences.add(sentence(10 + random.nextInt(17)));
        }
        return sentences;
    }

    private String sentence(int words) {
        StringBuilder text = new StringBuilder();
        text.append(capital(elided(stock.draw(random))));
        for (int i = 2; i < words; i++) {
            text.append(' ').append(middle()).append(mark());
        }
        String last = stock.draw(random);
        while (last.length() < SHORTEST_LAST_WORD) {
            last = stock.draw(random);
        }
        return text.append(' ').append(last).append(end()).toString();
    }

    private String middle() {
        if (!foreign.isEmpty() && chance(FOREIGN)) {
            return foreign.get(random.nextInt(foreign.size()));
        }
        String word = stock.draw(random);
        double kind = random.nextDouble();
        if (kind < 0.05) {
            return capital(word);
        }
        if (kind < 0.065) {
            return word + '-' + stock.draw(random);
        }
        if (kind < 0.08) {
            return random.nextBoolean() ? Integer.toString(1990 + random.nextInt(40)) : random.nextInt(100) + ",5";
        }
        if (kind < 0.09) {
            return "« " + word + " »";
        }
        return elided(word);
    }

    private String elided(String word) {
        return VOWELS.indexOf(word.charAt(0)) >= 0 && chance(0.5)
                ? (random.nextBoolean() ? "l" : "d") + (chance(0.7) ? '’' : '\'') + word
                : word;
    }

    private String mark() {
        double kind = random.nextDouble();
        return kind < 0.07 ? "," : kind < 0.075 ? " ;" : kind < 0.08 ? " –" : "";
    }

    private char end() {
        double kind = random.nextDouble();
        return kind < 0.93 ? '.' : kind < 0.96 ? '?' : kind < 0.98 ? '!' : '…';
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
