package wiredesk.enrich.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import wiredesk.enrich.rule.Pattern;

/**
 * What an article must have for a pattern to match at all: of each group of concepts at least one. An article without
 * one group needs no look at the pattern; so a rule is filed under its rarest group.
 */
final class Needs {

    private final Concepts concepts;

    Needs(Concepts concepts) {
        this.concepts = concepts;
    }

    /** The pattern's groups, the rarest first; a pattern that cannot match in this language has an empty one. */
    List<int[]> of(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Named(String name) ->
                List.of(concepts.isEmpty(name) ? new int[0] : new int[] {concepts.id(name)});
            case Pattern.Any(List<Pattern> parts) -> oneOf(parts);
            case Pattern.Together(int least, List<Pattern> parts) -> some(least, parts);
            case Pattern.Near(Pattern.Reach _, int _, boolean _, int least, List<Pattern> parts) -> some(least, parts);
            case Pattern.Except(Pattern match, var _) -> of(match);
        };
    }

    private List<int[]> some(int least, List<Pattern> parts) {
        return least < parts.size()
                ? oneOf(parts)
                : parts.stream()
                        .flatMap(part -> of(part).stream())
                        .sorted(Comparator.comparingDouble(this::frequency))
                        .toList();
    }

    /** Of alternatives, one group: the rarest of each. */
    private List<int[]> oneOf(List<Pattern> parts) {
        List<int[]> rarest = new ArrayList<>();
        for (Pattern part : parts) {
            List<int[]> groups = of(part);
            if (groups.isEmpty()) {
                return List.of();
            }
            rarest.add(groups.getFirst());
        }
        return List.of(rarest.stream().flatMapToInt(Arrays::stream).distinct().toArray());
    }

    private double frequency(int[] group) {
        return Arrays.stream(group).mapToDouble(concepts::frequency).sum();
    }
}
