package wiredesk.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.RecordContext;
import wiredesk.schemas.Topics;

/** Which channel a record is for, carried in the record: a topology with any number of channels has one sink. */
final class ChannelHeader {

    private static final String NAME = "wiredesk.channel";

    private ChannelHeader() {}

    static void put(Headers headers, String channel) {
        headers.remove(NAME).add(NAME, channel.getBytes(UTF_8));
    }

    static String topic(RecordContext context) {
        return Topics.published(new String(context.headers().lastHeader(NAME).value(), UTF_8))
                .name();
    }
}
