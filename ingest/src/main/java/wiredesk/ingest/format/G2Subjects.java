package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What an item is about: NewsML-G2 has places among the subjects, told apart by their type, and keywords beside. */
record G2Subjects(@Nullable Element contentMeta, G2Names names, G2Language language) {

    private static final Set<String> PLACES = Set.of("geoarea", "poi");

    List<Subject> subjects() {
        List<Subject> subjects = made(Subject::new, false);
        for (Element keyword : language.sorted(Markup.own(contentMeta, "keyword"))) {
            String word = Markup.words(keyword);
            if (word != null && subjects.stream().noneMatch(known -> word.equals(known.name()))) {
                subjects.add(new Subject(null, word));
            }
        }
        return subjects;
    }

    List<Place> places() {
        return made(Place::new, true);
    }

    private <T> List<T> made(BiFunction<@Nullable String, @Nullable String, T> maker, boolean place) {
        List<T> made = new ArrayList<>();
        for (Element tag : Markup.own(contentMeta, "subject")) {
            String uri = names.uri(tag);
            String name = name(tag);
            if (isPlace(tag) == place && (uri != null || name != null)) {
                made.add(maker.apply(uri, name));
            }
        }
        return made;
    }

    private static boolean isPlace(Element subject) {
        String type = G2Names.code(Markup.attribute(subject, "type"));
        return type != null && PLACES.contains(type);
    }

    private @Nullable String name(Element concept) {
        String name = language.text(names.names(concept));
        return name == null ? Markup.attribute(concept, "literal") : name;
    }
}
