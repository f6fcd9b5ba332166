package wiredesk.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.wire.RecordJson;
import wiredesk.schemas.wire.SchemaRegistry;

/** Prints what a channel gets. */
@Command(name = "tail", description = "Prints a channel's records as they come.")
final class TailCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CHANNEL", description = "as europe")
    @SuppressWarnings("NullAway.Init") // by picocli
    private String channel;

    @Option(names = "--from-beginning", description = "all that stands, then what comes")
    private boolean fromBeginning;

    @Option(names = "--max", paramLabel = "N", description = "ends after N records")
    private @Nullable Integer max;

    @Option(names = "--json", description = "a record a line, whole")
    private boolean json;

    @Mixin
    private Connection connection = new Connection();

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        int left = max == null ? Integer.MAX_VALUE : max;
        try (SchemaRegistry registry = connection.registry();
                ChannelReader reader = new ChannelReader(List.of(channel), connection.client(), registry)) {
            if (fromBeginning) {
                reader.fromBeginning();
            }
            while (left > 0) {
                for (ConsumerRecord<String, PublishedArticle> record : reader.poll()) {
                    if (left-- > 0 && record.value() != null) {
                        print(record.value());
                    }
                }
            }
        }
        return ExitCode.DONE;
    }

    private void print(PublishedArticle article) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(RecordJson.of(article));
        } else {
            out.println(article.getPublishedAt() + "  " + article.getDelivery() + "  " + article.getUri());
            out.println("  " + Story.title(article));
            if (article.getWhy() != null) {
                out.println("  why: " + article.getWhy());
            }
            Story.tagged(article).forEach(tag -> out.println("  " + tag));
        }
        out.flush();
    }
}
