package wiredesk.standalone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.wire.AvroSerde;
import wiredesk.schemas.wire.SchemaRegistry;
import wiredesk.schemas.wire.WireFormat;

/** All that the gateways have written down and committed until now. */
final class Submissions implements AutoCloseable {

    private final SchemaRegistry registry;
    private final KafkaConsumer<String, Submission> consumer;
    private final Map<String, List<ConsumerRecord<String, Submission>>> byUri = new HashMap<>();

    Submissions(Desk desk) {
        registry = new SchemaRegistry(desk.registryUrl(), Map.of());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", desk.bootstrap(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new AvroSerde<>(new WireFormat<>(Topics.SUBMISSIONS, registry)).deserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.SUBMISSIONS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, Submission> one : consumer.poll(Duration.ofMillis(200))) {
                byUri.computeIfAbsent(one.key(), uri -> new ArrayList<>()).add(one);
            }
        }
    }

    List<ConsumerRecord<String, Submission>> of(String uri) {
        return byUri.getOrDefault(uri, List.of());
    }

    static String payload(ConsumerRecord<String, Submission> one) {
        return StandardCharsets.UTF_8
                .decode(one.value().getPayload().duplicate())
                .toString();
    }

    @Override
    public void close() {
        consumer.close();
        registry.close();
    }
}
