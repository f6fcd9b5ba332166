package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What an item is about: NewsML-G2 has places among the subjects, told apart by their type. */
record G2Subjects(List<Element> tags, G2Names names, G2Language language) {

    private static final Set<String> PLACES = Set.of("geoarea", "poi");

    List<Subject> subjects() {
        return made(Subject::new, false);
    }

    List<Place> places() {
        return made(Place::new, true);
    }

    private <T> List<T> made(BiFunction<@Nullable String, @Nullable String, T> maker, boolean place) {
        List<T> made = new ArrayList<>();
        for (Element tag : tags) {
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
