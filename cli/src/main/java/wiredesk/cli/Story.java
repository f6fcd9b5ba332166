package wiredesk.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import wiredesk.schemas.record.Evidence;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.record.Tag;
import wiredesk.schemas.record.Zone;

/** A published article told to a person. */
final class Story {

    private static final int QUOTES = 3;
    private static final int LONGEST_TITLE = 90;

    private Story() {}

    /** The headline; without one, how the text begins. */
    static String title(PublishedArticle article) {
        String title = article.getHeadline() != null
                ? article.getHeadline()
                : article.getZones().stream().map(Zone::getText).findFirst().orElse(article.getUri());
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE).strip() + "…";
    }

    /** As {@code fr, 13 zones: 1 lede, 2 credit}. */
    static String ingested(PublishedArticle article) {
        String kinds = article.getZones().stream()
                .collect(groupingBy(Zone::getKind, LinkedHashMap::new, counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(joining(", "));
        return "version " + article.getVersion() + ", language " + article.getLanguage() + ", "
                + article.getZones().size() + " zones: " + kinds;
    }

    /** A line for each tag, with its score and the first words that earned it. */
    static List<String> tagged(PublishedArticle article) {
        return article.getTags().stream().map(tag -> tagged(article, tag)).toList();
    }

    private static String tagged(PublishedArticle article, Tag tag) {
        List<String> evidence = tag.getEvidence().stream()
                .map(words -> quoted(article, words))
                .distinct()
                .toList();
        String more = evidence.size() > QUOTES ? "and " + (evidence.size() - QUOTES) + " more" : "";
        String quotes = Stream.concat(evidence.stream().limit(QUOTES), Stream.of(more))
                .filter(text -> !text.isEmpty())
                .collect(joining(", "));
        return String.format(Locale.ROOT, "%-30s %.2f  %s", tag.getCode(), tag.getScore(), quotes);
    }

    private static String quoted(PublishedArticle article, Evidence words) {
        return "“" + words.getText() + "” ("
                + article.getZones().get(words.getZone()).getKind() + ")";
    }
}
