package wiredesk.enrich.tagging;

import java.util.List;
import wiredesk.enrich.rule.TagRules;

/** What an article scored for one tag, and by what. */
record Verdict(TagRules rules, double score, List<Evidence> evidence) {

    boolean earned() {
        return score >= rules.threshold();
    }

    Tag tag(String bookVersion) {
        return new Tag(rules.code(), rules.names(), rules.broader(), score, bookVersion, evidence);
    }
}
