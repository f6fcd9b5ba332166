package wiredesk.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import wiredesk.bench.corpus.Article;
import wiredesk.bench.corpus.Corpus;
import wiredesk.bench.stream.BrokerProcess;
import wiredesk.bench.stream.GatewayProcess;
import wiredesk.bench.stream.NewsroomSocket;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.wire.FixedSchemas;
import wiredesk.schemas.wire.WireFormat;

/** Prints how many articles a second the gateway takes, beside a bare producer with its settings. */
public final class GatewayMain {

    private static final String HELP = """
            Measures the gateway in turns with a bare producer that has the same settings, on one broker in a process of
            its own: the same ninjs articles, through so many connections (or threads) at once, each waiting for one
            answer before it sends the next; and in streams, where nobody waits. Prints each one's rate, and by the rate
            of the bare producer that waits likewise, in the same round. The senders run in this process too, so that
            their work counts against the gateway.

            Usage: java -cp bench/target/wiredesk-bench.jar wiredesk.bench.GatewayMain [--quick] [--folder FOLDER]

              --quick            fewer and shorter rounds: a rough answer within a minute
              --folder FOLDER    where the broker puts its data while it runs; in memory best, such as /dev/shm
                                 (default: the system's folder for temporary files)
            """;

    private static final int ARTICLES = 500;
    private static final int AT_ONCE = 32;
    private static final int STREAMS = 4;
    private static final int LINES = 250;
    private static final String AWAITED = "bare producer, each send awaited";
    private static final String STREAMED = "bare producer, a stream";

    private static final JsonMapper JSON = new JsonMapper();

    private final Options options;
    private final PrintStream out;
    private final List<byte[]> payloads;
    private final List<byte[]> submissions;
    private final SequencedMap<String, List<Double>> rates = new LinkedHashMap<>();

    /** Sends for a while through one connection or thread; returns how many articles were accepted. */
    private interface Sender {
        int send(int thread, long untilNanos) throws Exception;
    }

    private GatewayMain(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        Corpus corpus = Corpus.of(Corpus.SEED, ARTICLES, List.of());
        WireFormat<Submission> format = new WireFormat<>(Topics.SUBMISSIONS, new FixedSchemas());
        payloads = IntStream.range(0, ARTICLES)
                .mapToObj(i -> ninjs(i, corpus.articles().get(i)))
                .toList();
        submissions = payloads.stream()
                .map(payload -> format.encode(
                        new Submission("bench", "application/ninjs+json", ByteBuffer.wrap(payload), Instant.EPOCH)))
                .toList();
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("logback.configurationFile", "logback-bench.xml");
        Options.run(args, HELP, options -> new GatewayMain(options, System.out).run());
    }

    private static byte[] ninjs(int number, Article article) {
        ObjectNode ninjs = JSON.createObjectNode();
        ninjs.put("uri", "urn:bench:" + number);
        ninjs.put("headline", article.zones().getFirst().text());
        List<String> paragraphs =
                article.zones().stream().skip(1).map(zone -> zone.text()).toList();
        ninjs.put("body_text", String.join("\n\n", paragraphs));
        return ninjs.toString().getBytes(UTF_8);
    }

    private void run() throws Exception {
        Path folder = Files.createTempDirectory(options.folder(), "wiredesk-bench");
        try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            createTopics(admin);
            try (GatewayProcess gateway = GatewayProcess.start(broker.bootstrap(), folder.resolve("state"));
                    Producer<byte[], byte[]> bare = new KafkaProducer<>(
                            GatewayProcess.producer(broker.bootstrap()),
                            new ByteArraySerializer(),
                            new ByteArraySerializer())) {
                rounds(gateway, bare);
            }
        } finally {
            Folders.delete(folder);
        }
        out.printf(
                "%sArticles of %,d bytes on average; %d connections, %d streams.%n",
                table(),
                (int) payloads.stream()
                        .mapToInt(payload -> payload.length)
                        .average()
                        .orElseThrow(),
                AT_ONCE,
                STREAMS);
    }

    private static void createTopics(Admin admin) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(Topics.SUBMISSIONS.name(), Topics.IDEMPOTENCY.name()).stream()
                        .map(name -> new NewTopic(name, Optional.of(6), Optional.of((short) 1))
                                .configs(Map.of("max.message.bytes", Integer.toString(16 << 20))))
                        .toList())
                .all()
                .get();
    }

    /** The first two do not count. */
    private void rounds(GatewayProcess gateway, Producer<byte[], byte[]> bare) throws Exception {
        SequencedMap<String, Sender> senders = new LinkedHashMap<>();
        senders.put(AWAITED, (thread, until) -> awaited(bare, thread, until));
        senders.put("POST /articles", (thread, until) -> posted(gateway.port(), thread, until));
        senders.put(STREAMED, (thread, until) -> streamed(bare, thread, until));
        senders.put("POST /articles/batch", (thread, until) -> batched(gateway.port(), until));
        int rounds = options.quick() ? 3 : 9;
        for (int round = -2; round < rounds; round++) {
            for (Map.Entry<String, Sender> turn : (round % 2 == 0 ? senders : senders.reversed()).entrySet()) {
                boolean waits = turn.getKey().equals(AWAITED) || turn.getKey().equals("POST /articles");
                double rate = rate(turn.getValue(), waits ? AT_ONCE : STREAMS);
                if (round >= 0) {
                    rates.computeIfAbsent(turn.getKey(), _ -> new ArrayList<>()).add(rate);
                }
            }
            System.err.printf("round %d of %d%n", round + 1, rounds);
        }
    }

    private double rate(Sender sender, int threads) throws Exception {
        long begun = System.nanoTime();
        long until = begun + Duration.ofSeconds(options.quick() ? 2 : 5).toNanos();
        long sent = 0;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                all.add(executor.submit(() -> sender.send(thread, until)));
            }
            for (Future<Integer> one : all) {
                sent += one.get();
            }
        }
        return sent * 1e9 / (System.nanoTime() - begun);
    }

    private ProducerRecord<byte[], byte[]> record(int number) {
        byte[] key = ("urn:bench:" + number % ARTICLES).getBytes(UTF_8);
        return new ProducerRecord<>(Topics.SUBMISSIONS.name(), key, submissions.get(number % ARTICLES));
    }

    private int awaited(Producer<byte[], byte[]> bare, int thread, long until) throws Exception {
        int sent = 0;
        for (; System.nanoTime() < until; sent++) {
            bare.send(record(thread + sent)).get();
        }
        return sent;
    }

    private int streamed(Producer<byte[], byte[]> bare, int thread, long until) throws Exception {
        int sent = 0;
        List<Future<?>> underWay = new ArrayList<>();
        while (System.nanoTime() < until) {
            for (int i = 0; i < LINES; i++, sent++) {
                underWay.add(bare.send(record(thread + sent)));
            }
            for (Future<?> one : underWay) {
                one.get();
            }
            underWay.clear();
        }
        return sent;
    }

    private int posted(int port, int thread, long until) throws IOException {
        int sent = 0;
        try (NewsroomSocket socket = new NewsroomSocket(port)) {
            for (; System.nanoTime() < until; sent++) {
                socket.post("/articles", payloads.get((thread + sent) % ARTICLES));
            }
        }
        return sent;
    }

    private int batched(int port, long until) throws IOException {
        int sent = 0;
        try (NewsroomSocket socket = new NewsroomSocket(port)) {
            while (System.nanoTime() < until) {
                sent += socket.batch(payloads.subList(sent % ARTICLES, sent % ARTICLES + LINES));
            }
        }
        return sent;
    }

    private Table table() {
        Table table = new Table("articles a second", "min", "median", "max", "of the bare one: min", "median", "max");
        rates.sequencedKeySet().forEach(name -> {
            Spread rate = Spread.of(values(name).stream().mapToDouble(Double::doubleValue));
            boolean waits = name.equals(AWAITED) || name.equals("POST /articles");
            Spread ratio = Spread.ofRatios(array(name), array(waits ? AWAITED : STREAMED));
            table.row(
                    name,
                    Table.number(rate.min()),
                    Table.number(rate.median()),
                    Table.number(rate.max()),
                    Table.number(ratio.min()),
                    Table.number(ratio.median()),
                    Table.number(ratio.max()));
        });
        return table;
    }

    private List<Double> values(String name) {
        return rates.getOrDefault(name, List.of());
    }

    private double[] array(String name) {
        return values(name).stream().mapToDouble(Double::doubleValue).toArray();
    }
}
