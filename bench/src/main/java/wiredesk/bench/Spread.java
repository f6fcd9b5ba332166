package wiredesk.bench;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** What a number came to over the rounds. */
record Spread(double min, double median, double max) {

    static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    /** Of each value by its neighbour. */
    static Spread ofRatios(double[] values, double[] to) {
        double[] ratios = new double[values.length];
        Arrays.setAll(ratios, i -> values[i] / to[i]);
        return of(Arrays.stream(ratios));
    }
}
