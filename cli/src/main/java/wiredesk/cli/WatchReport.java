package wiredesk.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import wiredesk.cli.GatewayClient.Answer;

/** Tells of a watched folder: of each file on standard output, of what holds them up on standard error. */
final class WatchReport implements DropFolder.Listener {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private int accepted;
    private int refused;

    WatchReport(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    @Override
    public void settled(Path file, Answer answer) {
        switch (answer) {
            case Answer.Accepted _ -> accepted++;
            case Answer.Refused _ -> refused++;
        }
        if (json) {
            out.println(SubmitCommand.json(file, answer));
        } else {
            SubmitCommand.lines(file, answer).forEach(out::println);
        }
        out.flush();
    }

    @Override
    public void waits(String why, Duration time, int files) {
        long seconds = time.plusMillis(999).toSeconds();
        if (json) {
            ObjectNode line = new JsonMapper().createObjectNode();
            line.put("waiting", files).put("seconds", seconds).put("detail", why);
            out.println(line);
            out.flush();
        } else {
            err.println(why + ". Files that wait: " + files + "; the next try is in " + seconds + " s");
            err.flush();
        }
    }

    @Override
    public void stuck(Path file, String why) {
        if (json) {
            out.println(new JsonMapper()
                    .createObjectNode()
                    .put("file", file.toString())
                    .put("stuck", true)
                    .put("detail", why));
            out.flush();
        } else {
            err.println(file + " stays: " + why);
            err.flush();
        }
    }

    /** @param left files that are still there */
    void summary(int left) {
        if (json) {
            ObjectNode line = new JsonMapper().createObjectNode();
            line.putObject("summary")
                    .put("accepted", accepted)
                    .put("refused", refused)
                    .put("left", left);
            out.println(line);
        } else {
            out.println(accepted + " accepted, " + refused + " refused, " + left + " still there");
        }
        out.flush();
    }
}
