package wiredesk.ingest;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import wiredesk.ingest.similarity.Twins;

/**
 * {@link Twins} as a global store: every instance has the whole of it, in memory, and Kafka Streams reads it anew from
 * {@code ingest.signatures} at each start, before anything is processed.
 */
final class TwinsStore implements StateStore {

    private final String name;
    private final Twins twins;
    private boolean open;

    private TwinsStore(String name, Twins twins) {
        this.name = name;
        this.twins = twins;
    }

    static StoreBuilder<TwinsStore> named(String name, Twins twins) {
        return new Builder(name, twins);
    }

    Twins twins() {
        return twins;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (_, _) -> {
            throw new IllegalStateException(name + " is restored by its processor, not from bytes");
        });
        open = true;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** A global store has neither a cache nor a log, so there is nothing to choose. */
    private record Builder(String name, Twins twins) implements StoreBuilder<TwinsStore> {

        @Override
        public TwinsStore build() {
            return new TwinsStore(name, twins);
        }

        @Override
        public StoreBuilder<TwinsStore> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<TwinsStore> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<TwinsStore> withLoggingEnabled(Map<String, String> config) {
            return this;
        }

        @Override
        public StoreBuilder<TwinsStore> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
