package wiredesk.enrich.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wiredesk.enrich.text.Words;

/** The countries' own names in each language, from Unicode's CLDR, which the JDK has. */
final class Countries {

    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private static final Pattern REMARK = Pattern.compile("\\(.*\\)|,");

    private Countries() {}

    /** The concept with the country's name added in each language, as it is written; a region's has none. */
    static Concept named(String code, Concept concept) {
        if (!CODES.contains(code)) {
            return concept;
        }
        SortedMap<String, List<Term>> terms = new TreeMap<>(concept.terms());
        for (String language : Languages.ALL) {
            String name = Locale.of("", code)
                    .getDisplayCountry(Locale.of(language))
                    .replace("&", language.equals("en") ? "and" : " ");
            List<Term.Part> parts = Words.of(REMARK.matcher(name).replaceAll(" ")).stream()
                    .map(word -> new Term.Part(
                            word.written().equals(word.written().toLowerCase(Locale.ROOT))
                                    ? Term.Kind.FORM
                                    : Term.Kind.CASED,
                            word.written()))
                    .toList();
            List<Term> known = new ArrayList<>(terms.getOrDefault(language, List.of()));
            known.add(new Term(parts, false));
            terms.put(language, known);
        }
        return new Concept(concept.name(), terms);
    }
}
