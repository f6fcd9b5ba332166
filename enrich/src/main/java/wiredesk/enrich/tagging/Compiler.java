package wiredesk.enrich.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wiredesk.enrich.rule.Concept;
import wiredesk.enrich.rule.Pattern;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Unless;
import wiredesk.enrich.text.ZoneKind;

/** Makes a program of a book for one language. Rules that cannot match in it are left out. */
@SuppressWarnings("EnumOrdinal") // what is compiled here is read here, in the same process
final class Compiler {

    private final Concepts concepts;
    private final Needs needs;
    private final IntRow code = new IntRow();
    private final IntRow starts = new IntRow();
    private final IntRow zones = new IntRow();
    private final IntRow tags = new IntRow();
    private final List<Rule> rules = new ArrayList<>();
    private final List<List<int[]>> groups = new ArrayList<>();

    private Compiler(List<TagRules> book, String language) {
        concepts = new Concepts(book, language);
        needs = new Needs(concepts);
    }

    /**
     * The program of a book in a language.
     *
     * @param before the one of another book in that language, whose lexicon is kept where no concept changed
     */
    static Program compile(List<TagRules> book, String language, @Nullable Program before) {
        Compiler compiler = new Compiler(book, language);
        Map<String, Concept> places = new TreeMap<>();
        for (int tag = 0; tag < book.size(); tag++) {
            compiler.tag(book.get(tag), tag);
            places.putAll(book.get(tag).places());
        }
        return compiler.program(book, places, before == null ? null : before.lexicon());
    }

    private void tag(TagRules tag, int number) {
        concepts.speakOf(tag.concepts());
        for (Rule rule : tag.rules()) {
            List<int[]> needed = needs.of(rule.match());
            if (!needed.isEmpty() && needed.getFirst().length > 0) {
                rules.add(rule);
                groups.add(needed);
                starts.add(code.size());
                zones.add(rule.zones().stream()
                        .mapToInt(kind -> 1 << kind.ordinal())
                        .sum());
                tags.add(number);
                emit(rule.match());
            }
        }
    }

    private void emit(Pattern pattern) {
        int from = code.size();
        switch (pattern) {
            case Pattern.Named(String name) -> code.addAll(Op.NAMED.ordinal(), 0, concepts.id(name));
            case Pattern.Any(List<Pattern> parts) -> {
                code.addAll(Op.ANY.ordinal(), 0, parts.size());
                parts.forEach(this::emit);
            }
            case Pattern.Together(int least, List<Pattern> parts) -> {
                code.addAll(Op.TOGETHER.ordinal(), 0, parts.size(), least);
                parts.forEach(this::emit);
            }
            case Pattern.Near near -> near(near);
            case Pattern.Except(Pattern match, Unless unless) -> {
                code.addAll(Op.EXCEPT.ordinal(), 0, unless.scope().ordinal());
                emit(match);
                emit(unless.pattern());
            }
        }
        code.set(from + 1, code.size());
    }

    private void near(Pattern.Near near) {
        int parts = near.parts().size();
        int reach = near.reach().ordinal();
        if (near.ordered()) {
            code.addAll(Op.ORDERED.ordinal(), 0, parts, near.words(), reach);
        } else {
            code.addAll(Op.NEAR.ordinal(), 0, parts, near.least(), near.words(), reach);
        }
        near.parts().forEach(this::emit);
    }

    private Program program(List<TagRules> book, Map<String, Concept> placeConcepts, @Nullable Lexicon before) {
        String[] codes = placeConcepts.keySet().toArray(String[]::new);
        int[] placed = placeConcepts.values().stream().mapToInt(concepts::id).toArray();
        float[] floors = new float[tags.size()];
        for (int i = 0; i < floors.length; i++) {
            floors[i] = (float) book.get(tags.get(i)).floor();
        }
        short[] masks = new short[zones.size()];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = (short) zones.get(i);
        }
        Program.Rules columns = new Program.Rules(
                starts.toArray(),
                masks,
                tags.toArray(),
                floors,
                rules.stream().mapToDouble(Rule::weight).toArray(),
                rules.stream().map(Rule::id).toArray(String[]::new));
        return new Program(
                concepts.lexicon(before), code.toArray(), columns, index(), new Program.Places(codes, placed));
    }

    private Program.Index index() {
        List<long[]> postings = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            List<int[]> needed = groups.get(rule);
            int guard = needed.stream()
                    .skip(1)
                    .filter(group -> group.length == 1)
                    .mapToInt(group -> group[0])
                    .findFirst()
                    .orElse(-1);
            for (int concept : needed.getFirst()) {
                postings.add(new long[] {concept, rule, guard});
            }
        }
        postings.sort((a, b) -> Long.compare(a[0], b[0]));
        int[] from = new int[concepts.size() + 1];
        postings.forEach(posting -> from[(int) posting[0] + 1]++);
        Arrays.parallelPrefix(from, Integer::sum);
        return new Program.Index(
                from,
                postings.stream().mapToInt(posting -> (int) posting[1]).toArray(),
                postings.stream().mapToInt(posting -> (int) posting[2]).toArray());
    }

    /** The bit of a kind of zone. */
    static int bit(ZoneKind kind) {
        return 1 << kind.ordinal();
    }
}
