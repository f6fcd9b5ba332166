package wiredesk.bench.stream;

/**
 * How fast a topology was.
 *
 * @param micros processor time of its stream thread, in microseconds a record
 * @param rate records a second, by the offsets that it committed
 */
public record Pace(double micros, double rate) {}
