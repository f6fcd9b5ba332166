package wiredesk.enrich.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import wiredesk.enrich.tagging.Texts;
import wiredesk.enrich.text.Zone;

/**
 * A news item, and which tags a person says that it deserves.
 *
 * @param body paragraphs parted by blank lines, of which the first is the lede
 * @param labels tags, with or without the scheme before them: {@code regulation}
 * @param borderline tags on which the person would not decide; the item does not count for them
 */
public record LabelledItem(
        String id, String language, String headline, String body, Set<String> labels, Set<String> borderline) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads a line of JSON: {@code language}, {@code headline}, {@code body}, {@code labels}, and {@code id} and {@code
     * borderline}, which may be left out.
     *
     * @throws IllegalArgumentException when it is not that, with what is wrong in its message
     */
    public static LabelledItem parse(String line, int number) {
        try {
            JsonNode item = JSON.readTree(line);
            for (String field : List.of("language", "headline", "body")) {
                if (!item.path(field).isTextual()) {
                    throw new IllegalArgumentException("line " + number + ": no text in `" + field + "`");
                }
            }
            if (!item.path("labels").isArray()) {
                throw new IllegalArgumentException("line " + number + ": no list in `labels`; [] for no tag");
            }
            return new LabelledItem(
                    item.path("id").asText("line " + number),
                    item.path("language").asText(),
                    item.path("headline").asText(),
                    item.path("body").asText(),
                    texts(item.path("labels")),
                    texts(item.path("borderline")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("line " + number + ": is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    /** Whether the person decided on this tag. */
    boolean decides(String tag) {
        return !borderline.contains(tag) && !borderline.contains(bare(tag));
    }

    /** Whether it deserves this tag. */
    boolean deserves(String tag) {
        return labels.contains(tag) || labels.contains(bare(tag));
    }

    private static String bare(String tag) {
        return tag.substring(tag.indexOf(':') + 1);
    }

    /** Its text as the tagger takes it. */
    List<Zone> zones() {
        return Texts.zones(headline, body);
    }
}
