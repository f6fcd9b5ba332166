package wiredesk.bench;

import java.util.function.IntUnaryOperator;

/**
 * One way to do the work, to be measured beside others.
 *
 * @param articles how many articles it works through in a round
 * @param prepare what has to be done before each round and is not measured
 * @param work does one article, by its index in the corpus; whatever it answers is used, so that nothing is left undone
 */
record Variant(String name, int articles, Runnable prepare, IntUnaryOperator work) {

    static Variant of(String name, int articles, IntUnaryOperator work) {
        return new Variant(name, articles, () -> {}, work);
    }
}
