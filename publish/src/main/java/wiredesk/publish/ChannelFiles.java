package wiredesk.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import wiredesk.publish.routing.ChannelFile;
import wiredesk.publish.routing.ChannelQuery;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Channel;
import wiredesk.schemas.setup.Definitions;
import wiredesk.schemas.setup.Provision;
import wiredesk.schemas.wire.SchemaIds;

/** Puts channel files live. */
public final class ChannelFiles {

    private ChannelFiles() {}

    /** What became of the files; one bad file and none is good. */
    public sealed interface Read {
        record Good(List<ChannelQuery> channels) implements Read {}

        record Bad(List<String> problems) implements Read {}
    }

    public static Read read(List<Path> named) throws IOException {
        Map<String, ChannelQuery> channels = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Path file : Definitions.files(named)) {
            String yaml;
            try {
                yaml = Files.readString(file);
            } catch (IOException e) {
                problems.add(Definitions.unreadable(file, e));
                continue;
            }
            switch (ChannelFile.read(file.toString(), yaml)) {
                case ChannelFile.Read.Bad(List<String> found) -> problems.addAll(found);
                case ChannelFile.Read.Good(ChannelQuery channel) -> {
                    if (!Topics.isChannelName(channel.name())) {
                        problems.add(file + ": name is '" + channel.name()
                                + "', but takes lower-case letters, digits, - and _, at most 100");
                    }
                    if (channels.put(channel.name(), channel) != null) {
                        problems.add(file + ": another file defines the channel " + channel.name() + " too");
                    }
                }
            }
        }
        return problems.isEmpty() ? new Read.Good(List.copyOf(channels.values())) : new Read.Bad(problems);
    }

    /** Makes the channels' topics, then puts the channels on the topic that publish follows. */
    public static void apply(
            List<ChannelQuery> channels, Provision provision, Map<String, Object> client, SchemaIds schemas)
            throws ExecutionException, InterruptedException {
        provision.channels(channels.stream().map(ChannelQuery::name).toList());
        Map<String, Channel> records = new TreeMap<>();
        channels.forEach(channel -> records.put(channel.name(), ArticleMapper.channel(channel)));
        Definitions.put(Topics.CHANNELS, records, client, schemas);
    }
}
