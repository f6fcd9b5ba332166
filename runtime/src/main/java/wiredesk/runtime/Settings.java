package wiredesk.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * A service's settings, each checked against what it takes, from a properties file and the environment (which wins).
 * What begins with {@code kafka.} or {@code schema.registry.} and is not ours passes unchanged to Kafka's clients or
 * the registry's.
 */
public final class Settings {

    private static final String KAFKA = "kafka.";
    private static final String REGISTRY = "schema.registry.";
    /** A Kafka setting nobody knows may be a plug-in's own; one this near to a known one is a slip of the pen. */
    private static final int SLIP = 2;

    private static final List<String> CLIENT_PREFIXES = List.of(
            StreamsConfig.MAIN_CONSUMER_PREFIX,
            StreamsConfig.RESTORE_CONSUMER_PREFIX,
            StreamsConfig.GLOBAL_CONSUMER_PREFIX,
            StreamsConfig.CONSUMER_PREFIX,
            StreamsConfig.PRODUCER_PREFIX,
            StreamsConfig.ADMIN_CLIENT_PREFIX);

    private static final Set<String> KAFKA_NAMES = kafkaNames();

    private final Map<String, Object> values;
    private final Map<String, String> passed;

    private Settings(Map<String, Object> values, Map<String, String> passed) {
        this.values = values;
        this.passed = passed;
    }

    /** What became of the settings as they were written. */
    public sealed interface Read {
        record Good(Settings settings) implements Read {}

        /** The problems, a line each: what is wrong and what to write instead. Never a value that could be a secret. */
        record Bad(List<String> problems) implements Read {}
    }

    public static Read read(Map<String, String> file, Map<String, String> environment, Collection<Setting<?>> known) {
        Map<String, String> written = new TreeMap<>(file);
        written.putAll(fromEnvironment(environment, known));

        List<String> problems = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        for (Setting<?> setting : known) {
            String text = written.remove(setting.name());
            parse(setting, text == null ? setting.fallback() : text.strip(), problems)
                    .ifPresent(value -> values.put(setting.name(), value));
        }
        for (String name : written.keySet()) {
            unknown(name, known).ifPresent(problems::add);
        }
        return problems.isEmpty() ? new Read.Good(new Settings(values, written)) : new Read.Bad(List.copyOf(problems));
    }

    @SuppressWarnings("unchecked") // read() put in what this very setting parsed
    public <T> T get(Setting<T> setting) {
        return (T) Objects.requireNonNull(values.get(setting.name()), setting.name());
    }

    /** Kafka's own settings, under Kafka's names. */
    public Map<String, String> kafka() {
        return under(KAFKA);
    }

    /** The registry client's own settings, under its names. */
    public Map<String, String> registry() {
        return under(REGISTRY);
    }

    private Map<String, String> under(String prefix) {
        return passed.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    private static Optional<?> parse(Setting<?> setting, @Nullable String text, List<String> problems) {
        if (text == null) {
            problems.add(setting.name() + " must be set: " + setting.meaning() + " (" + setting.form() + ")");
            return Optional.empty();
        }
        try {
            return Optional.of(setting.parse().apply(text));
        } catch (IllegalArgumentException e) {
            problems.add(setting.name() + " is '" + text + "', but takes " + setting.form());
            return Optional.empty();
        }
    }

    private static Optional<String> unknown(String name, Collection<Setting<?>> known) {
        if (name.startsWith(REGISTRY)) {
            return Optional.empty();
        }
        Set<String> names = known.stream().map(Setting::name).collect(Collectors.toCollection(TreeSet::new));
        // Kafka's names stand behind the prefix under which this one was written, if any.
        String prefix = KAFKA + (name.startsWith(KAFKA) ? clientPrefix(name.substring(KAFKA.length())) : "");
        KAFKA_NAMES.forEach(kafka -> names.add(prefix + kafka));
        String nearest = nearest(name, names);
        if (name.startsWith(KAFKA)) {
            boolean passes = names.contains(name) || distance(name, nearest) > SLIP;
            return passes ? Optional.empty() : Optional.of(name + " is not a setting; did you mean " + nearest + "?");
        }
        return Optional.of(name + " is not a setting; the nearest is " + nearest);
    }

    private static String nearest(String name, Set<String> names) {
        return names.stream()
                .min((a, b) -> Integer.compare(distance(name, a), distance(name, b)))
                .orElseThrow();
    }

    private static int distance(String a, String b) {
        return LevenshteinDistance.getDefaultInstance().apply(a, b);
    }

    /** Kafka Streams passes settings on to one of its clients by a prefix; empty where there is none. */
    private static String clientPrefix(String kafkaName) {
        return CLIENT_PREFIXES.stream()
                .filter(kafkaName::startsWith)
                .findFirst()
                .orElse("");
    }

    /** Ours, and Kafka's own by their exact names: other variables that begin with KAFKA_ are nobody's settings. */
    private static Map<String, String> fromEnvironment(Map<String, String> environment, Collection<Setting<?>> known) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Setting<?> setting : known) {
            Optional.ofNullable(environment.get(setting.environmentName()))
                    .ifPresent(value -> found.put(setting.name(), value));
        }
        for (String name : KAFKA_NAMES) {
            String variable = (KAFKA + name).toUpperCase(Locale.ROOT).replace('.', '_');
            Optional.ofNullable(environment.get(variable)).ifPresent(value -> found.put(KAFKA + name, value));
        }
        environment.forEach((variable, value) -> {
            if (variable.startsWith("SCHEMA_REGISTRY_")) {
                found.putIfAbsent(variable.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return found;
    }

    private static Set<String> kafkaNames() {
        Set<String> names = new TreeSet<>(StreamsConfig.configDef().names());
        names.addAll(ProducerConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(AdminClientConfig.configNames());
        return names;
    }
}
