package wiredesk.ingest.similarity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import wiredesk.ingest.copy.Zone;
import wiredesk.ingest.copy.ZoneKind;

/** What becomes of a story on its way through another feed. */
enum Rewrite {
    AS_IT_WAS,
    HEADLINE_CHANGED,
    SLUG_LINE_ADDED,
    PUNCTUATION_AND_CASE,
    PARAGRAPHS_REORDERED,
    PARAGRAPHS_JOINED,
    ONE_PARAGRAPH_IN_FIVE_DROPPED,
    ONE_PARAGRAPH_IN_THREE_DROPPED,
    A_TYPO_IN_FIFTY_WORDS,
    A_TYPO_IN_TWENTY_WORDS,
    FOOTER_ADDED,
    ALL_AT_ONCE;

    List<Zone> of(List<Zone> story, Newswire wire, Random random) {
        List<Zone> zones = new ArrayList<>(story);
        switch (this) {
            case AS_IT_WAS -> {}
            case HEADLINE_CHANGED -> zones.set(0, wire.headline());
            case SLUG_LINE_ADDED -> zones.add(1, wire.paragraph(8));
            case PUNCTUATION_AND_CASE ->
                zones.replaceAll(
                        zone -> with(zone, zone.text().toUpperCase(Locale.ROOT).replace(" ", " – ")));
            case PARAGRAPHS_REORDERED -> Collections.shuffle(zones.subList(1, zones.size()), random);
            case PARAGRAPHS_JOINED -> {
                String text =
                        String.join(" ", zones.stream().skip(1).map(Zone::text).toList());
                zones.subList(1, zones.size()).clear();
                zones.add(new Zone(ZoneKind.LEDE, text));
            }
            case ONE_PARAGRAPH_IN_FIVE_DROPPED -> drop(zones, 5, random);
            case ONE_PARAGRAPH_IN_THREE_DROPPED -> drop(zones, 3, random);
            case A_TYPO_IN_FIFTY_WORDS -> zones.replaceAll(zone -> typos(zone, 50, random));
            case A_TYPO_IN_TWENTY_WORDS -> zones.replaceAll(zone -> typos(zone, 20, random));
            case FOOTER_ADDED -> zones.add(wire.paragraph(40));
            case ALL_AT_ONCE -> {
                zones.set(0, wire.headline());
                drop(zones, 10, random);
                zones.replaceAll(zone -> typos(zone, 100, random));
                zones.add(1, wire.paragraph(8));
                zones.add(wire.paragraph(20));
            }
        }
        return zones;
    }

    /** At least one, but not the last that there is. */
    private static void drop(List<Zone> zones, int oneIn, Random random) {
        for (int i = Math.max(1, (zones.size() - 1) / oneIn); i > 0 && zones.size() > 2; i--) {
            zones.remove(1 + random.nextInt(zones.size() - 1));
        }
    }

    private static Zone typos(Zone zone, int oneIn, Random random) {
        StringBuilder text = new StringBuilder();
        for (String word : zone.text().split(" ", -1)) {
            text.append(random.nextInt(oneIn) == 0 ? "x" + word : word).append(' ');
        }
        return with(zone, text.toString().strip());
    }

    private static Zone with(Zone zone, String text) {
        return new Zone(zone.kind(), text);
    }
}
