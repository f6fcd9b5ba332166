package wiredesk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wiredesk.enrich.RuleFiles;
import wiredesk.enrich.rule.RuleBook;

/**
 * The project's own rule files.
 *
 * @param book empty when they cannot be read
 * @param problems why not
 */
record ShippedRules(Optional<RuleBook> book, List<String> problems) {

    static ShippedRules read(Path folder) {
        try {
            return switch (RuleFiles.read(List.of(folder))) {
                case RuleFiles.Read.Good good -> new ShippedRules(Optional.of(good.book()), List.of());
                case RuleFiles.Read.Bad(List<String> problems) -> new ShippedRules(Optional.empty(), problems);
            };
        } catch (IOException e) {
            return new ShippedRules(Optional.empty(), List.of(e.toString()));
        }
    }

    /** How many rules it has. */
    int size() {
        return book.map(rules -> rules.tags().stream()
                        .mapToInt(tag -> tag.rules().size())
                        .sum())
                .orElse(0);
    }
}
