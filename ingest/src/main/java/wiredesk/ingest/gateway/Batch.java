package wiredesk.ingest.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import wiredesk.ingest.gateway.Reception.Outcome;
import wiredesk.ingest.gateway.Reception.Promise;

/**
 * A stream of payloads, one a line (NDJSON), answered by one line each, in order, as they come. A refused line stops
 * nothing; where the log cannot take one, or the stream itself breaks its bounds, no more lines are read after those that
 * are answered.
 */
final class Batch {

    static final String MEDIA_TYPE = "application/x-ndjson";

    /** Lines under way, and the bytes of them: enough that the log's round trips overlap. */
    private static final int MOST_LINES = 500;

    private static final int MOST_BYTES = 4 << 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final Payload payload;
    private final PayloadStream lines;
    private final OutputStream answers;
    private final Deque<Line> underWay = new ArrayDeque<>();
    private int bytesUnderWay;
    private int number;
    private boolean stopped;

    private record Line(int number, int bytes, Promise promise) {}

    /** Begins to take a line in. */
    interface Taker {
        Promise take(byte[] line) throws InterruptedException;
    }

    Batch(Payload payload, PayloadStream lines, OutputStream answers) {
        this.payload = payload;
        this.lines = lines;
        this.answers = answers;
    }

    /** @throws IOException when nobody reads the answers any more; what was begun is awaited all the same */
    void run(Taker taker) throws IOException, InterruptedException {
        try {
            while (!stopped) {
                byte[] line = payload.line(lines);
                if (line == null) {
                    break;
                }
                begin(line, taker);
                boolean full = underWay.size() >= MOST_LINES || bytesUnderWay >= MOST_BYTES;
                if (full || !payload.hasMore(lines)) {
                    answerAll();
                }
            }
            answerAll();
        } catch (PayloadStream.RefusedException e) {
            answerAll();
            number++;
            answer(number, new Outcome.Refused(e.problem()));
        } finally {
            settle();
        }
        answers.flush();
    }

    private void begin(byte[] line, Taker taker) throws InterruptedException {
        number++;
        lines.begin();
        if (isBlank(line)) {
            payload.release(line.length);
        } else {
            underWay.add(new Line(number, line.length, taker.take(line)));
            bytesUnderWay += line.length;
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    private void answerAll() throws IOException, InterruptedException {
        while (!underWay.isEmpty()) {
            Line line = underWay.remove();
            Outcome outcome = line.promise().await();
            bytesUnderWay -= line.bytes();
            payload.release(line.bytes());
            answer(line.number(), outcome);
        }
        answers.flush();
    }

    private void answer(int line, Outcome outcome) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("line", line);
        switch (outcome) {
            case Outcome.Accepted accepted -> {
                answer.put("status", 202);
                answer.set("answer", Gateway.json(accepted.receipts()));
            }
            case Outcome.Refused(Problem problem) -> {
                answer.put("status", problem.status());
                answer.set("problem", problem.json());
                stopped |= problem.retryAfter() != null;
            }
        }
        answers.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Has what was begun counted, though nobody is left to hear of it. */
    private void settle() throws InterruptedException {
        while (!underWay.isEmpty()) {
            underWay.remove().promise().await();
        }
    }
}
