package wiredesk.enrich.tuning;

import java.util.Map;
import wiredesk.enrich.rule.Numbers;

/** Writes learnt numbers into a rule file, and changes nothing else in it. */
public final class Reweighing {

    private Reweighing() {}

    /** The file's text with the numbers of the fit. */
    public static String write(String yaml, Fit fit) {
        return Numbers.replace(yaml, Map.of("prior", fit.prior(), "threshold", fit.threshold()), fit.weights());
    }
}
