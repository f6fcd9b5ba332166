package wiredesk.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.ingest.similarity.Told;
import wiredesk.ingest.similarity.Twins;
import wiredesk.runtime.Metrics;
import wiredesk.schemas.record.ToldStory;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.WireFormat;

/**
 * Fills the index of told stories with what all instances told. What it cannot read it passes over, with an alarm: an
 * exception here would end the service at each start until the record is too old, for want of a mark.
 */
final class TwinsProcessor implements Processor<byte[], byte[], Void, Void> {

    private static final Logger log = LoggerFactory.getLogger(TwinsProcessor.class);

    private final WireFormat<ToldStory> format;
    private final Metrics metrics;
    private Twins twins;

    @SuppressWarnings("NullAway.Init") // by init()
    TwinsProcessor(WireFormat<ToldStory> format, Metrics metrics) {
        this.format = format;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        twins = context.<TwinsStore>getStateStore(IngestTopology.TWINS_STORE).twins();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (format.decode(record.value())) {
            case Decoded.Poison<ToldStory>(String reason) -> passOver(reason);
            case Decoded.Value<ToldStory>(ToldStory story) -> {
                Optional<Told> told = record.key() == null
                        ? Optional.empty()
                        : ArticleMapper.told(new String(record.key(), UTF_8), story);
                told.ifPresentOrElse(twins::add, () -> passOver("it has no key, or its signature another length"));
            }
        }
    }

    private void passOver(String reason) {
        metrics.count("alarms", "unreadable-signature");
        log.atError().log("a record of told stories is passed over: {}", reason);
    }
}
