package wiredesk.ingest.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import wiredesk.ingest.copy.Zone;
import wiredesk.ingest.copy.ZoneKind;

/**
 * Stories in a made-up language, from a seed: words of syllables, often and seldom used as words are (the n-th with a
 * weight of 1/n), each story with some of its own, in sentences and paragraphs. Enough for what is measured here, which
 * knows words only as equal or not.
 */
final class Newswire {

    private static final String[] SYLLABLES =
            "ka lo mi sen tar vu pel dor ni bas ex fro gil hum jun ost qui ra wes yl".split(" ", -1);
    private static final int VOCABULARY = 8_000;
    private static final int TOPIC = 60;

    private final Random random;
    private final List<String> words;
    private final double[] weights;

    Newswire(long seed) {
        random = new Random(seed);
        words = IntStream.range(0, VOCABULARY).mapToObj(_ -> word()).toList();
        weights = new double[VOCABULARY];
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            sum += 1.0 / (i + 1);
            weights[i] = sum;
        }
    }

    /** A headline and 4 to 16 paragraphs of 15 to 60 words. */
    List<Zone> story() {
        return story(topic());
    }

    /** Words that stories on one matter have in common, besides everyone's. */
    List<String> topic() {
        return IntStream.range(0, TOPIC)
                .mapToObj(_ -> words.get(random.nextInt(VOCABULARY)))
                .toList();
    }

    List<Zone> story(List<String> topic) {
        List<Zone> zones = new ArrayList<>();
        zones.add(headline());
        for (int i = 4 + random.nextInt(13); i > 0; i--) {
            ZoneKind kind = zones.size() == 1 ? ZoneKind.LEDE : ZoneKind.PARAGRAPH;
            zones.add(new Zone(kind, sentence(topic, 15 + random.nextInt(46))));
        }
        return zones;
    }

    Zone headline() {
        return new Zone(ZoneKind.HEADLINE, sentence(topic(), 8));
    }

    Zone paragraph(int length) {
        return new Zone(ZoneKind.PARAGRAPH, sentence(topic(), length));
    }

    /** A form of sentences with gaps, as match reports and company results are written from. */
    List<List<String>> template(int sentences, double gaps) {
        List<List<String>> template = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            List<String> sentence = new ArrayList<>();
            for (int word = 0; word < 20; word++) {
                sentence.add(random.nextDouble() < gaps ? "" : common());
            }
            template.add(sentence);
        }
        return template;
    }

    List<Zone> filled(List<List<String>> template) {
        List<Zone> zones = new ArrayList<>(List.of(headline()));
        for (List<String> sentence : template) {
            List<String> said = sentence.stream()
                    .map(word -> word.isEmpty() ? words.get(random.nextInt(VOCABULARY)) : word)
                    .toList();
            zones.add(new Zone(ZoneKind.PARAGRAPH, String.join(" ", said) + "."));
        }
        return zones;
    }

    private String sentence(List<String> topic, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String word = random.nextInt(4) == 0 ? topic.get(random.nextInt(topic.size())) : common();
            text.append(i == 0 ? "" : i % 12 == 0 ? ". " : " ").append(word);
        }
        return text.append('.').toString();
    }

    private String common() {
        double point = random.nextDouble() * weights[VOCABULARY - 1];
        int low = 0;
        for (int high = VOCABULARY - 1; low < high; ) {
            int middle = (low + high) >>> 1;
            if (weights[middle] < point) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return words.get(low);
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }
}
