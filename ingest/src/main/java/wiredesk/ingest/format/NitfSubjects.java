package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What a NITF document says that it is about, in the several places where it may say so. */
final class NitfSubjects {

    private static final Pattern SUBJECT_CODE = Pattern.compile("\\d{8}");

    /** The IPTC's subject codes, which are NITF's default, by their published uri. */
    private static final String SUBJECT_CODES = "http://cv.iptc.org/newscodes/subjectcode/";

    private final Element nitf;

    NitfSubjects(Element nitf) {
        this.nitf = nitf;
    }

    List<Subject> subjects() {
        Set<Subject> found = new LinkedHashSet<>();
        Element head = Markup.child(nitf, "head");
        for (Element subject : Markup.descendants(Markup.child(head, "tobject"), "tobject.subject")) {
            add(found, topic(subject), finest(subject));
        }
        for (Element content : Markup.descendants(head, "identified-content")) {
            for (Element child : Markup.children(content)) {
                switch (Markup.name(child)) {
                    case "classifier", "person", "org", "event", "object.title" ->
                        add(found, code(child), named(child));
                    default -> {
                        // A place, or a function or an address, which is nothing to be about.
                    }
                }
            }
        }
        for (Element keyword : Markup.descendants(head, "keyword")) {
            String key = Markup.attribute(keyword, "key");
            add(found, null, key == null ? Markup.words(keyword) : key);
        }
        return List.copyOf(found);
    }

    List<Place> places() {
        Set<Place> found = new LinkedHashSet<>();
        for (Element place : Markup.descendants(Markup.child(nitf, "head"), "evloc")) {
            String words = Markup.words(place);
            String name = words != null ? words : joined(place, "city", "county-dist", "state-prov", "iso-cc");
            if (name != null) {
                found.add(new Place(null, name));
            }
        }
        for (Element content : Markup.descendants(Markup.child(nitf, "head"), "identified-content")) {
            for (Element place : Markup.children(content, "location")) {
                Place known = new Place(code(place), named(place));
                if (known.uri() != null || known.name() != null) {
                    found.add(known);
                }
            }
        }
        return List.copyOf(found);
    }

    private static void add(Set<Subject> found, @Nullable String uri, @Nullable String name) {
        if (uri != null || name != null) {
            found.add(new Subject(uri, name));
        }
    }

    private static @Nullable String topic(Element subject) {
        String number = Markup.attribute(subject, "tobject.subject.refnum");
        String owner = Markup.attribute(subject, "tobject.subject.ipr");
        if (number == null || (owner != null && !owner.equalsIgnoreCase("IPTC"))) {
            return number == null ? null : owner + ":" + number;
        }
        return SUBJECT_CODE.matcher(number).matches() ? SUBJECT_CODES + number : number;
    }

    private static @Nullable String finest(Element subject) {
        return Stream.of("detail", "matter", "type")
                .map(level -> Markup.attribute(subject, "tobject.subject." + level))
                .filter(name -> name != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String named(Element element) {
        String words = Markup.words(element);
        if (words != null) {
            return words;
        }
        String value = Markup.attribute(element, "value");
        return code(element) == null ? value : null;
    }

    /** A code needs its list to mean something; the list is a link, or an owner's name. */
    private static @Nullable String code(Element element) {
        String list = Markup.attribute(element, "idsrc");
        String code = Markup.attribute(element, "value");
        if (list == null) {
            list = Markup.attribute(element, "code-source");
            code = Markup.attribute(element, "location-code");
        }
        if (list == null || code == null) {
            return null;
        }
        boolean ends = list.endsWith("/") || list.endsWith("#") || list.endsWith(":");
        return ends ? list + code : list + (list.contains("/") ? "/" : ":") + code;
    }

    private static @Nullable String joined(Element place, String... attributes) {
        List<String> parts = new ArrayList<>();
        for (String attribute : attributes) {
            String part = Markup.attribute(place, attribute);
            if (part != null && !parts.contains(part)) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? null : String.join(", ", parts);
    }
}
