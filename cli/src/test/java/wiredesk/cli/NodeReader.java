package wiredesk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import wiredesk.standalone.Desk;

/** The example reader in Node, as a process. */
final class NodeReader {

    private static final Path FOLDER =
            Path.of("..", "clients", "node").toAbsolutePath().normalize();
    private static final Path INSTALLED = FOLDER.resolve("node_modules/.package-lock.json");
    private static final long INSTALLS_WITHIN_SECONDS = 300;
    private static final long READS_WITHIN_SECONDS = 60;

    private NodeReader() {}

    record Ran(int status, String out, String err) {}

    static boolean canRun() throws InterruptedException {
        try {
            return run(List.of("node", "--version"), READS_WITHIN_SECONDS).status() == 0
                    && run(List.of("npm", "--version"), READS_WITHIN_SECONDS).status() == 0;
        } catch (IOException e) {
            return false; // Not on the PATH.
        }
    }

    /** Installs what the reader needs, exactly as its lock file says, unless that was done already. */
    static void install() throws IOException, InterruptedException {
        if (Files.exists(INSTALLED)
                && Files.getLastModifiedTime(INSTALLED)
                                .compareTo(Files.getLastModifiedTime(FOLDER.resolve("package-lock.json")))
                        >= 0) {
            return;
        }
        Ran npm = run(List.of("npm", "ci"), INSTALLS_WITHIN_SECONDS);
        if (npm.status() != 0) {
            throw new AssertionError("npm ci ended with " + npm.status() + ":\n" + npm.out() + npm.err());
        }
    }

    static Ran read(Desk desk, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("node", "reader.js", "--bootstrap", desk.bootstrap(), "--registry", desk.registryUrl()));
        command.addAll(List.of(arguments));
        return run(command, READS_WITHIN_SECONDS);
    }

    private static Ran run(List<String> command, long seconds) throws IOException, InterruptedException {
        Path out = Files.createTempFile("wiredesk-node-", ".out");
        Path err = Files.createTempFile("wiredesk-node-", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                throw new AssertionError(String.join(" ", command) + " did not end within " + seconds + " s:\n"
                        + Files.readString(out) + Files.readString(err));
            }
            return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
