package wiredesk.enrich.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

/** Plain texts as articles, for those who try rules out. */
public final class Texts {

    private static final Pattern BLANK_LINES = Pattern.compile("\\R\\s*\\R");

    private Texts() {}

    /** Paragraphs parted by blank lines: the first is the headline, the second the lede. */
    public static List<Zone> zones(String text) {
        String[] paragraphs = BLANK_LINES.split(text, -1);
        return zones(paragraphs[0], List.of(paragraphs).subList(1, paragraphs.length));
    }

    /** A headline, and a body of paragraphs parted by blank lines, of which the first is the lede. */
    public static List<Zone> zones(String headline, String body) {
        return zones(headline, List.of(BLANK_LINES.split(body, -1)));
    }

    private static List<Zone> zones(String headline, List<String> body) {
        List<Zone> zones = new ArrayList<>();
        zones.add(new Zone(ZoneKind.HEADLINE, headline));
        body.stream()
                .filter(paragraph -> !paragraph.isBlank())
                .forEach(paragraph ->
                        zones.add(new Zone(zones.size() == 1 ? ZoneKind.LEDE : ZoneKind.PARAGRAPH, paragraph)));
        return zones;
    }
}
