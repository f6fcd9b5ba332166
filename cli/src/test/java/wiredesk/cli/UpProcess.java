package wiredesk.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import wiredesk.standalone.Desk;
import wiredesk.standalone.Ports;

/** {@code wiredesk up} as a process of its own, as a user has it: the packaged jar, its arguments, its output. */
final class UpProcess implements Desk, AutoCloseable {

    private static final long STARTS_WITHIN_SECONDS = 120;

    /** From here on a status is a signal's. */
    private static final int KILLED = 128;

    private final Ports ports;
    private final Process process;
    private final List<String> output = new ArrayList<>();
    private final CountDownLatch up = new CountDownLatch(1);
    private final Thread reader;

    UpProcess(Path data, Ports ports) throws IOException {
        this.ports = ports;
        List<String> arguments = new ArrayList<>(List.of("up", "--data", data.toString()));
        Stream.of(
                        "--gateway-port", ports.gateway(),
                        "--enrich-port", ports.enrich(),
                        "--publish-port", ports.publish(),
                        "--kafka-port", ports.kafka(),
                        "--controller-port", ports.controller(),
                        "--registry-port", ports.registry(),
                        "--registry-management-port", ports.registryManagement())
                .map(Object::toString)
                .forEach(arguments::add);
        process = Packaged.command(arguments).redirectErrorStream(true).start();
        reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.add(line);
                }
                if (line.startsWith("Wiredesk is up")) {
                    up.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            up.countDown();
        }
    }

    UpProcess awaitUp() throws InterruptedException {
        boolean said = up.await(STARTS_WITHIN_SECONDS, TimeUnit.SECONDS);
        if (!said || !output().contains("Wiredesk is up")) {
            throw new AssertionError("wiredesk up did not come up:\n" + output());
        }
        return this;
    }

    String output() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    /** The registry's process, which must not outlive this one. */
    List<ProcessHandle> children() {
        return process.children().toList();
    }

    // Through the handle: a Process closes its streams when it is destroyed, and the last words would be lost.

    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    void terminate() {
        process.toHandle().destroy();
    }

    /** The exit status, once it has ended by itself. */
    int awaitEnd(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + seconds + " s:\n" + output());
        }
        reader.join();
        return process.exitValue();
    }

    @Override
    public String gatewayUrl() {
        return "http://127.0.0.1:" + ports.gateway();
    }

    @Override
    public String bootstrap() {
        return "127.0.0.1:" + ports.kafka();
    }

    @Override
    public String registryUrl() {
        return "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7";
    }

    @Override
    public void close() {
        if (!process.isAlive() && process.exitValue() > 0 && process.exitValue() < KILLED) {
            System.out.println("wiredesk up ended with status " + process.exitValue() + ":\n" + output());
        }
        children().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
