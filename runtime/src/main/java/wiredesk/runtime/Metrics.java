package wiredesk.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.function.Supplier;

/** A service's numbers, for Prometheus to read. */
public final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();

    public Metrics(String service) {
        registry.config().commonTags("service", service);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        gc.bindTo(registry);
    }

    /**
     * Counts an event under what became of it. Every event is counted once, so the outcomes of a service add up to the
     * events that it was given.
     */
    public void event(String outcome) {
        registry.counter("wiredesk.events", "outcome", outcome).increment();
    }

    /** Counts something besides events, under a reason. */
    public void count(String name, String reason) {
        registry.counter("wiredesk." + name, "reason", reason).increment();
    }

    /** A number that is looked up at each scrape. */
    public void gauge(String name, Supplier<Number> value) {
        Gauge.builder("wiredesk." + name, value).strongReference(true).register(registry);
    }

    /** The same under any tags. Their values have to be few: each combination is kept for as long as the process runs. */
    public void count(String name, Map<String, String> tags) {
        registry.counter("wiredesk." + name, tagged(tags)).increment();
    }

    /** How often that was counted, for tests. */
    public long counted(String name, Map<String, String> tags) {
        return (long) registry.counter("wiredesk." + name, tagged(tags)).count();
    }

    /** The same under tags. */
    public void gauge(String name, Map<String, String> tags, Supplier<Number> value) {
        Gauge.builder("wiredesk." + name, value)
                .tags(tagged(tags))
                .strongReference(true)
                .register(registry);
    }

    private static Tags tagged(Map<String, String> tags) {
        Tags tagged = Tags.empty();
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            tagged = tagged.and(tag.getKey(), tag.getValue());
        }
        return tagged;
    }

    void bind(MeterBinder binder) {
        binder.bindTo(registry);
    }

    String scrape() {
        return registry.scrape();
    }

    /** How many events had this outcome, for tests and for the demo. */
    public long events(String outcome) {
        return (long)
                registry.counter("wiredesk.events", Tags.of("outcome", outcome)).count();
    }

    /** How often something besides events was counted under this reason, for tests. */
    public long counted(String name, String reason) {
        return (long) registry.counter("wiredesk." + name, "reason", reason).count();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
