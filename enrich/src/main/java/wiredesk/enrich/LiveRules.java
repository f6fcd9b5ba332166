package wiredesk.enrich;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.enrich.rule.Parsed;
import wiredesk.enrich.rule.Problem;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.tagging.Tagger;
import wiredesk.runtime.Metrics;
import wiredesk.runtime.SystemTime;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.WireFormat;

/** The rule book as it stands on {@code taxonomy.rules}. A new one takes the old one's place at one moment. */
final class LiveRules {

    private static final Logger log = LoggerFactory.getLogger(LiveRules.class);

    private final WireFormat<wiredesk.schemas.record.TagRules> format;
    private final Metrics metrics;
    private final RuleFiles.Records records = new RuleFiles.Records();
    private RuleBook book = RuleBook.empty();
    private volatile Tagger tagger = new Tagger(book, SystemTime.randomLong());

    LiveRules(WireFormat<wiredesk.schemas.record.TagRules> format, Metrics metrics) {
        this.format = format;
        this.metrics = metrics;
    }

    Tagger tagger() {
        return tagger;
    }

    /** Empty for what cannot be used: then the last good rules of that tag stay. */
    Optional<TagRules> read(String code, byte[] value) {
        return switch (format.decode(value)) {
            case Decoded.Poison<wiredesk.schemas.record.TagRules>(String reason) -> refused(code, reason);
            case Decoded.Value<wiredesk.schemas.record.TagRules>(wiredesk.schemas.record.TagRules file) ->
                read(code, file);
        };
    }

    private Optional<TagRules> read(String code, wiredesk.schemas.record.TagRules file) {
        return switch (records.parse(file)) {
            case Parsed.Valid<TagRules>(TagRules rules) ->
                rules.code().equals(code) ? Optional.of(rules) : refused(code, "they are those of " + rules.code());
            case Parsed.Invalid<TagRules>(List<Problem> problems) ->
                refused(code, problems.stream().map(Problem::toString).collect(joining("; ")));
        };
    }

    void rules(Map<String, TagRules> rules) {
        book = book.next(rules.values());
        tagger = tagger.next(book);
        log.info(
                "Rule book {}: {}",
                book.version(),
                rules.keySet().stream().sorted().toList());
        if (rules.isEmpty()) {
            log.warn("There are no rules, so no article earns a tag. Put some live: wiredesk rules apply taxonomy/");
        }
    }

    private Optional<TagRules> refused(String code, String why) {
        log.error("The rules of {} are refused, the last good ones stay: {}", code, why);
        metrics.count("alarms", "rules-refused");
        return Optional.empty();
    }
}
