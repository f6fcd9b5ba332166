package wiredesk.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Spaces;

/** The article that a page describes in schema.org's words as JSON-LD, read leniently, for it is often not quite JSON. */
final class LinkedData {

    private static final int DEEPEST = 100;

    /** How far down articles are looked for: in a graph, in an array, as the main entity of a page. */
    private static final int DEEPEST_ARTICLE = 6;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                    .build())
            .build();

    private static final Pattern WRAPPING =
            Pattern.compile("^(?:\\s|<!--|//|/\\*|<!\\[CDATA\\[|\\*/|;)+|(?:\\s|-->|//|/\\*|]]>|\\*/|;)+$");

    private static final Pattern TYPE = Pattern.compile(".*(?:Article|BlogPosting|Report|Review)");

    /** Where even a lenient parser gives up: names and texts that stand in it as JSON would have them. */
    private static final Pattern PROPERTY = Pattern.compile(
            "\"(headline|datePublished|dateModified|inLanguage)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,2000}+)\"");

    private final List<JsonNode> articles = new ArrayList<>();

    private LinkedData() {}

    static LinkedData of(Document page) {
        LinkedData data = new LinkedData();
        for (Element script : page.select("script[type*=ld+json]")) {
            data.read(script.data());
        }
        // What tells most of itself is the page's own article; the others are teasers.
        data.articles.sort((a, b) -> Integer.compare(said(b), said(a)));
        return data;
    }

    private static int said(JsonNode article) {
        int said = 0;
        for (String name : List.of("headline", "datePublished", "articleBody", "author", "mainEntityOfPage")) {
            said += article.has(name) ? 1 : 0;
        }
        return said;
    }

    private void read(String script) {
        String json = WRAPPING.matcher(script).replaceAll("");
        if (!readAll(json) && !(json.contains("&quot;") && readAll(Parser.unescapeEntities(json, false)))) {
            var rescued = MAPPER.createObjectNode();
            PROPERTY.matcher(json)
                    .results()
                    .filter(property -> !rescued.has(property.group(1)))
                    .forEach(property ->
                            rescued.put(property.group(1), property.group(2).replaceAll("\\\\(.)", "$1")));
            if (!rescued.isEmpty() && json.contains("Article")) {
                articles.add(rescued);
            }
        }
    }

    private boolean readAll(String json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            var values = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(parser);
            while (values.hasNextValue()) {
                collect(values.nextValue(), 0);
            }
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private void collect(@Nullable JsonNode node, int depth) {
        if (node == null || depth > DEEPEST_ARTICLE) {
            return;
        }
        if (node.isArray()) {
            node.forEach(item -> collect(item, depth + 1));
        } else if (node.isObject()) {
            if (isArticle(node.get("@type"))) {
                articles.add(node);
            }
            collect(node.get("@graph"), depth + 1);
            collect(node.get("mainEntity"), depth + 1);
            if (node.path("mainEntityOfPage").isObject()) {
                collect(node.get("mainEntityOfPage"), depth + 1);
            }
        }
    }

    private static boolean isArticle(@Nullable JsonNode type) {
        if (type == null) {
            return false;
        }
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
        }
        return type.isTextual() && TYPE.matcher(type.textValue()).matches();
    }

    /** The property of the first article that has it as a text, on one line and without markup. */
    @Nullable
    String text(String name) {
        for (JsonNode article : articles) {
            String text = plain(firstText(article.get(name)));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** All that the articles say under the name, as texts. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode article : articles) {
            String text = plain(firstText(article.get(name)));
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Each text or number that the first article that has the name says under it. */
    List<String> all(String name) {
        for (JsonNode article : articles) {
            List<String> texts = new ArrayList<>();
            JsonNode value = article.path(name);
            for (JsonNode one : value.isArray() ? value : List.of(value)) {
                String text = plain(one.isNumber() ? one.asText() : firstText(one));
                if (text != null) {
                    texts.add(text);
                }
            }
            if (!texts.isEmpty()) {
                return texts;
            }
        }
        return List.of();
    }

    /** The longest articleBody, as it stands. */
    String articleBody() {
        String longest = "";
        for (JsonNode article : articles) {
            String body = article.path("articleBody").asText("");
            longest = body.length() > longest.length() ? body : longest;
        }
        return longest;
    }

    /** The authors' names. */
    List<String> authors() {
        for (JsonNode article : articles) {
            Set<String> names = new LinkedHashSet<>();
            addNames(article.get("author"), names, 0);
            if (names.isEmpty()) {
                addNames(article.get("creator"), names, 0);
            }
            if (!names.isEmpty()) {
                return List.copyOf(names);
            }
        }
        return List.of();
    }

    private static void addNames(@Nullable JsonNode author, Set<String> names, int depth) {
        if (author == null || depth > 3) {
            return;
        }
        if (author.isArray()) {
            author.forEach(one -> addNames(one, names, depth + 1));
        } else if (author.isObject()) {
            addNames(author.get("name"), names, depth + 1);
        } else {
            String name = plain(author.isTextual() ? author.textValue() : null);
            if (name != null && !name.contains("://")) {
                names.add(name);
            }
        }
    }

    private static @Nullable String firstText(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isArray()) {
            return firstText(value.get(0));
        }
        if (value.isObject()) {
            return firstText(
                    value.has("@value")
                            ? value.get("@value")
                            : value.has("name") ? value.get("name") : value.get("@id"));
        }
        return value.isTextual() ? value.textValue() : null;
    }

    private static @Nullable String plain(@Nullable String text) {
        if (text == null) {
            return null;
        }
        boolean marked = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
        String plain = Spaces.clean(marked ? Jsoup.parse(text).text() : text);
        return plain.isEmpty() ? null : plain;
    }
}
