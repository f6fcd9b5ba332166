package wiredesk.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wiredesk.cli.GatewayClient.Answer;
import wiredesk.publish.ChannelFiles;
import wiredesk.publish.routing.ChannelQuery;
import wiredesk.runtime.PlatformException;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.wire.RecordJson;
import wiredesk.schemas.wire.SchemaRegistry;
import wiredesk.standalone.Ports;
import wiredesk.standalone.Standalone;

/** Shows the whole way, from a file to the sites. */
@Command(
        name = "demo",
        description =
                "Runs everything on ports of its own and in a folder that is gone afterwards, sends the articles of"
                        + " examples/ through it and prints what became of each.")
final class DemoCommand implements Callable<Integer> {

    /** The channel that has every article: what stands there has been through everything. */
    private static final String EVERYTHING = "all";

    private static final long PUBLISHED_WITHIN_NANOS = 30_000_000_000L;

    @Option(names = "--json", description = "the published records, one a line, each with the channels that have it")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    /** An article that was published, and where. */
    private record Published(PublishedArticle article, Set<String> channels) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("wiredesk-demo-");
        try {
            Logs.file(folder.resolve("logs"));
            Standalone.Options options =
                    new Standalone.Options(folder, Ports.free(), Home.registry(), Home.taxonomy(), Home.channels());
            try (Standalone desk =
                    Standalone.start(options, new Steps(spec.commandLine().getErr()))) {
                return show(desk);
            }
        } finally {
            delete(folder);
        }
    }

    private int show(Standalone desk) throws IOException, InterruptedException {
        Map<Path, Answer> answers = new LinkedHashMap<>();
        try (GatewayClient gateway = new GatewayClient(desk.gatewayUrl())) {
            for (Path file : examples()) {
                answers.put(file, gateway.send(Files.readAllBytes(file), FileTypes.of(file)));
            }
        }
        Set<String> accepted = new TreeSet<>();
        answers.values().forEach(answer -> {
            if (answer instanceof Answer.Accepted(List<String> uris, String _)) {
                accepted.addAll(uris);
            }
        });
        boolean allAccepted = answers.values().stream().noneMatch(Answer.Refused.class::isInstance);
        Map<String, Published> published = read(desk, accepted);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            published.values().forEach(article -> out.println(json(article)));
        } else {
            answers.forEach((file, answer) -> print(out, file, answer, published));
        }
        out.flush();
        return allAccepted ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Home.examples())) {
            return files.filter(file -> file.toString().matches(".*\\.(txt|json)"))
                    .sorted()
                    .toList();
        }
    }

    /** Reads until every accepted article is out. An article's channels get it in one transaction, so then all have it. */
    private static Map<String, Published> read(Standalone desk, Set<String> accepted) throws IOException {
        Map<String, Object> client = Map.of("bootstrap.servers", desk.bootstrap());
        Map<String, Published> published = new LinkedHashMap<>();
        long deadline = System.nanoTime() + PUBLISHED_WITHIN_NANOS;
        try (SchemaRegistry registry = new SchemaRegistry(desk.registryUrl(), Map.of());
                ChannelReader reader = new ChannelReader(channels(), client, registry)) {
            reader.fromBeginning();
            while (!(onEverything(published).containsAll(accepted) && reader.isAtEnd())) {
                if (System.nanoTime() > deadline) {
                    throw new PlatformException("Of " + accepted + " only " + onEverything(published) + " came out");
                }
                for (ConsumerRecord<String, PublishedArticle> record : reader.poll()) {
                    published
                            .computeIfAbsent(record.key(), uri -> new Published(record.value(), new TreeSet<>()))
                            .channels()
                            .add(Topics.channelOf(record.topic()).orElseThrow());
                }
            }
        }
        return published;
    }

    private static Set<String> onEverything(Map<String, Published> published) {
        Set<String> uris = new TreeSet<>();
        published.forEach((uri, article) -> {
            if (article.channels().contains(EVERYTHING)) {
                uris.add(uri);
            }
        });
        return uris;
    }

    private static List<String> channels() throws IOException {
        return switch (ChannelFiles.read(List.of(Home.channels()))) {
            case ChannelFiles.Read.Good(List<ChannelQuery> channels) ->
                channels.stream().map(ChannelQuery::name).toList();
            case ChannelFiles.Read.Bad(List<String> problems) -> throw new PlatformException(problems.toString());
        };
    }

    private static ObjectNode json(Published published) {
        ObjectNode record = RecordJson.of(published.article());
        ArrayNode channels = record.putArray("channels");
        published.channels().forEach(channels::add);
        return record;
    }

    private static void print(PrintWriter out, Path file, Answer answer, Map<String, Published> published) {
        out.println();
        out.println(file.getFileName());
        switch (answer) {
            case Answer.Refused(int status, String detail, var _, var _) ->
                out.println("  refused    " + status + ": " + detail);
            case Answer.Accepted(List<String> uris, String trace) ->
                uris.forEach(uri -> {
                    out.println("  accepted   " + uri + ", trace " + trace);
                    Published found = published.get(uri);
                    if (found != null) {
                        print(out, found);
                    }
                });
        }
    }

    private static void print(PrintWriter out, Published published) {
        PublishedArticle article = published.article();
        out.println("             " + Story.title(article));
        out.println("  ingested   " + Story.ingested(article));
        List<String> tags = Story.tagged(article);
        out.println("  tagged     " + (tags.isEmpty() ? "not at all" : String.join("\n             ", tags)));
        out.println("  published  " + String.join(", ", published.channels()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
