package wiredesk.schemas.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import wiredesk.schemas.Policy;
import wiredesk.schemas.Topic;
import wiredesk.schemas.Topics;
import wiredesk.schemas.wire.SchemaRegistry;

/** Creates what is missing and mends what differs; run twice, the second run changes nothing. */
public final class Provision {

    /** How many partitions a topic of articles gets where nobody says otherwise: the most instances a service can have. */
    public static final int DEFAULT_PARTITIONS = 6;

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Admin admin;
    private final SchemaRegistry registry;
    private final int partitions;
    private final Optional<Short> replication;

    /**
     * @param partitions for topics of articles, at least 1
     * @param replication the replication factor; empty for the broker's default
     */
    public Provision(Admin admin, SchemaRegistry registry, int partitions, Optional<Short> replication) {
        this.admin = admin;
        this.registry = registry;
        this.partitions = partitions;
        this.replication = replication;
    }

    /** The topics and schemas of the pipeline. Returns what was changed, a line each, for people. */
    public List<String> pipeline() throws ExecutionException, InterruptedException {
        return provision(Topics.policies(), Topics.typed());
    }

    /** The topics and schemas of these channels. Returns what was changed, a line each, for people. */
    public List<String> channels(Collection<String> names) throws ExecutionException, InterruptedException {
        Map<String, Policy> policies = new LinkedHashMap<>();
        List<Topic<?>> typed = new ArrayList<>();
        for (String name : names) {
            Topic<?> topic = Topics.published(name);
            policies.put(topic.name(), Topics.publishedPolicy());
            typed.add(topic);
        }
        return provision(policies, typed);
    }

    private List<String> provision(Map<String, Policy> policies, List<Topic<?>> typed)
            throws ExecutionException, InterruptedException {
        Set<String> there = new TreeSet<>(policies.keySet());
        there.retainAll(admin.listTopics().names().get());
        List<String> changes = new ArrayList<>(mend(there, policies));
        List<NewTopic> missing = policies.entrySet().stream()
                .filter(topic -> !there.contains(topic.getKey()))
                .map(topic -> newTopic(topic.getKey(), topic.getValue()))
                .toList();
        create(missing);
        missing.forEach(topic -> changes.add("created " + topic.name()));
        for (Topic<?> topic : typed) {
            registry.register(topic.subject(), topic.schema());
        }
        return changes;
    }

    /** Returns when the broker shows them: it says that they are made some moments before it knows them itself. */
    private void create(List<NewTopic> topics) throws ExecutionException, InterruptedException {
        for (KafkaFuture<Void> made : admin.createTopics(topics).values().values()) {
            try {
                made.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // Another provisioning run was faster.
                    throw e;
                }
            }
        }
        Set<String> names = topics.stream().map(NewTopic::name).collect(Collectors.toSet());
        long deadline = System.nanoTime() + SHOWN_WITHIN.toNanos();
        while (!admin.listTopics().names().get().containsAll(names) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private List<String> mend(Set<String> topics, Map<String, Policy> policies)
            throws ExecutionException, InterruptedException {
        List<ConfigResource> resources = topics.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<ConfigResource, Collection<AlterConfigOp>> mends = new LinkedHashMap<>();
        List<String> changes = new ArrayList<>();
        admin.describeConfigs(resources).all().get().forEach((resource, current) -> {
            List<AlterConfigOp> differing = differing(policyOf(policies, resource), current);
            if (!differing.isEmpty()) {
                mends.put(resource, differing);
                differing.forEach(op -> changes.add("set " + resource.name() + " "
                        + op.configEntry().name() + " to " + op.configEntry().value()));
            }
        });
        admin.incrementalAlterConfigs(mends).all().get();
        return changes;
    }

    private static Policy policyOf(Map<String, Policy> policies, ConfigResource resource) {
        return Objects.requireNonNull(policies.get(resource.name()), "only what was asked about is answered");
    }

    private NewTopic newTopic(String name, Policy policy) {
        return new NewTopic(name, Optional.of(Topics.isSmall(name) ? 1 : partitions), replication)
                .configs(policy.settings());
    }

    private static List<AlterConfigOp> differing(Policy policy, Config current) {
        return policy.settings().entrySet().stream()
                .filter(wanted ->
                        !wanted.getValue().equals(current.get(wanted.getKey()).value()))
                .map(wanted -> new AlterConfigOp(
                        new ConfigEntry(wanted.getKey(), wanted.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }
}
