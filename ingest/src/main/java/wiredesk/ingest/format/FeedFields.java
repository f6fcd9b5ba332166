package wiredesk.ingest.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;
import wiredesk.ingest.copy.Spaces;

/** What entries of RSS and of Atom have in common, with the modules that serve both. */
final class FeedFields {

    private static final Pattern MAIL_AND_NAME = Pattern.compile(
            "(?:mailto:)?[^\\s()<>]+@[^\\s()<>]+ ?\\((?<after>[^()]+)\\)|(?<before>[^<>]+)<[^<>]+@[^<>]+>");

    private final FeedElements entry;
    private final Findings findings;

    FeedFields(FeedElements entry, Findings findings) {
        this.entry = entry;
        this.findings = findings;
    }

    /** The latest of these. All that are there are read, so that none is impossible unnoticed. */
    @Nullable
    Instant latest(String... names) {
        return times(names).stream().max(Instant::compareTo).orElse(null);
    }

    @Nullable
    Instant earliest(String... names) {
        return times(names).stream().min(Instant::compareTo).orElse(null);
    }

    private List<Instant> times(String... names) {
        List<Instant> times = new ArrayList<>();
        for (Element element : entry.all(names)) {
            Instant time = time(Markup.words(element), Markup.path(element));
            if (time != null) {
                times.add(time);
            }
        }
        return times;
    }

    @Nullable
    Instant time(@Nullable String written, String path) {
        return written == null ? null : findings.time(FeedTimes.parse(written), path);
    }

    /** PRISM's and Dublin Core's words for it. */
    Embargo embargo() {
        Embargo embargo = new Embargo.None();
        for (Element element : entry.all("prism:embargoDate", "dcterms:available")) {
            String written = Markup.words(element);
            Moment moment = written == null ? Moment.empty() : FeedTimes.parse(written);
            embargo = embargo.stricter(findings.embargo(moment, Markup.path(element)));
        }
        return embargo;
    }

    /** Atom's drafts (RFC 5023) are not for publication. */
    PubStatus status() {
        for (Element control : entry.all("app:control")) {
            if ("yes".equalsIgnoreCase(new FeedElements(control).words("app:draft"))) {
                return PubStatus.WITHHELD;
            }
        }
        return PubStatus.USABLE;
    }

    /** Without its address where a name is beside it. */
    static @Nullable String person(@Nullable String written) {
        if (written == null) {
            return null;
        }
        Matcher matcher = MAIL_AND_NAME.matcher(written);
        if (!matcher.matches()) {
            return written;
        }
        String name = matcher.group("after") == null ? matcher.group("before") : matcher.group("after");
        return Spaces.clean(name.replace("\"", ""));
    }

    /** Each person once, as they are written. */
    static @Nullable String joined(List<@Nullable String> people) {
        Set<String> names = new LinkedHashSet<>();
        for (String person : people) {
            if (person != null) {
                names.add(person);
            }
        }
        return names.isEmpty() ? null : String.join(", ", names);
    }

    /** A code with its scheme before it, if that is a link; a word with a scheme that is none stays a word. */
    static @Nullable String code(@Nullable String scheme, @Nullable String term) {
        if (term != null && isLink(term)) {
            return term;
        }
        if (scheme == null || term == null || !isLink(scheme)) {
            return null;
        }
        return scheme.endsWith("/") || scheme.endsWith("#") ? scheme + term : scheme + "/" + term;
    }

    private static boolean isLink(String text) {
        return text.startsWith("http://") || text.startsWith("https://") || text.startsWith("urn:");
    }

    /** Subjects of the modules: a name each, or several with commas between. */
    List<Subject> subjectsOfModules() {
        List<Subject> subjects = new ArrayList<>();
        for (Element element : entry.all("dc:subject", "prism:keyword")) {
            String name = FeedText.line(element);
            if (name != null) {
                subjects.add(new Subject(null, name));
            }
        }
        for (Element element : entry.all("media:keywords", "itunes:keywords")) {
            for (String word : Markup.raw(element).split(",", -1)) {
                if (!Spaces.isBlank(word)) {
                    subjects.add(new Subject(null, Spaces.clean(word)));
                }
            }
        }
        return subjects;
    }

    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Element element : entry.all("dc:coverage", "dcterms:spatial", "prism:location", "georss:featurename")) {
            String name = FeedText.line(element);
            if (name != null) {
                places.add(new Place(null, name));
            }
        }
        return places.stream().distinct().toList();
    }

    /** The first of these elements that says something. */
    List<Block> body(String... names) {
        for (Element element : entry.all(names)) {
            List<Block> blocks = FeedText.blocks(element);
            if (!blocks.isEmpty()) {
                return blocks;
            }
            if (FeedText.isElsewhere(element)) {
                findings.warn(Markup.path(element) + " is elsewhere, and nothing is fetched");
            }
        }
        for (Element group : entry.all("media:group")) {
            for (Element description : new FeedElements(group).all("media:description")) {
                return FeedText.blocks(description);
            }
        }
        return List.of();
    }

    /** What is said of pictures, if the body does not say it already. Each size of a picture says the same. */
    List<Block> captions(List<Block> body) {
        Set<String> said = body.stream()
                .map(block -> Spaces.clean(String.join(" ", block.lines())))
                .collect(Collectors.toSet());
        List<FeedElements> media = new ArrayList<>();
        for (Element group : entry.all("media:group")) {
            new FeedElements(group).all("media:content").forEach(content -> media.add(new FeedElements(content)));
        }
        entry.all("media:content").forEach(content -> media.add(new FeedElements(content)));
        media.add(entry);
        List<Block> captions = new ArrayList<>();
        for (FeedElements medium : media) {
            for (Element words : medium.all("media:description", "media:credit")) {
                String line = FeedText.line(words);
                if (line != null && said.add(line)) {
                    captions.add(new Block(Hint.CAPTION, List.of(line)));
                }
            }
        }
        return captions;
    }
}
