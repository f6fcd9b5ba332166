package wiredesk.enrich.tagging;

import java.util.ArrayList;
import java.util.List;
import wiredesk.enrich.text.Gap;
import wiredesk.enrich.text.Word;
import wiredesk.enrich.text.Words;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

/**
 * An article's words in one row, each with its sentence and its zone. Zones that earn nothing are left out here, at the
 * door: what is not in the row cannot be matched by any rule.
 */
final class Reading {

    private final List<Zone> zones;
    private final List<Word> words = new ArrayList<>();
    private final int[] zoneOf;
    private final int[] sentenceOf;

    Reading(List<Zone> zones) {
        this.zones = List.copyOf(zones);
        int[] ends = new int[zones.size()];
        for (int i = 0; i < ends.length; i++) {
            Zone zone = zones.get(i);
            if (zone.kind().earns()) {
                words.addAll(Words.of(zone.text()));
            }
            ends[i] = words.size();
        }
        zoneOf = new int[words.size()];
        sentenceOf = new int[words.size()];
        number(ends);
    }

    private void number(int[] ends) {
        int zone = 0;
        int sentence = -1;
        for (int i = 0; i < zoneOf.length; i++) {
            while (i >= ends[zone]) {
                zone++;
            }
            sentence += words.get(i).before() == Gap.SENTENCE ? 1 : 0;
            zoneOf[i] = zone;
            sentenceOf[i] = sentence;
        }
    }

    List<Word> words() {
        return words;
    }

    int zoneOf(int word) {
        return zoneOf[word];
    }

    /** Sentences are numbered through the article: no sentence goes on in the next zone. */
    int sentenceOf(int word) {
        return sentenceOf[word];
    }

    ZoneKind kindOf(int word) {
        return zones.get(zoneOf[word]).kind();
    }

    /** The words from one to another of the same zone, as they stand. */
    Evidence quote(String rule, int first, int last) {
        int zone = zoneOf[first];
        String text = zones.get(zone).text();
        int begin = words.get(first).begin();
        int end = words.get(last).end();
        int from = text.offsetByCodePoints(0, begin);
        int to = text.offsetByCodePoints(from, end - begin);
        return new Evidence(rule, zone, begin, end, text.substring(from, to));
    }
}
