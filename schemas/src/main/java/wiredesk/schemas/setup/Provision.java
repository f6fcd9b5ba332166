package wiredesk.schemas.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
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
        List<String> changes = new ArrayList<>(create(policies));
        changes.addAll(mend(policies));
        for (Topic<?> topic : typed) {
            registry.register(topic.subject(), topic.schema());
        }
        return changes;
    }

    private List<String> create(Map<String, Policy> policies) throws ExecutionException, InterruptedException {
        Set<String> missing = new HashSet<>(policies.keySet());
        missing.removeAll(admin.listTopics().names().get());
        List<NewTopic> topics = policies.entrySet().stream()
                .filter(topic -> missing.contains(topic.getKey()))
                .map(topic -> newTopic(topic.getKey(), topic.getValue()))
                .toList();
        try {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // Another provisioning run was faster.
                throw e;
            }
        }
        return topics.stream().map(topic -> "created " + topic.name()).toList();
    }

    private List<String> mend(Map<String, Policy> policies) throws ExecutionException, InterruptedException {
        List<ConfigResource> resources = policies.keySet().stream()
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
