package wiredesk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the clients in another language, with Node to run it in. */
record NodeProject(Path folder) {

    private static final long INSTALLS_WITHIN_SECONDS = 300;
    static final long RUNS_WITHIN_SECONDS = 60;

    record Ran(int status, String out, String err) {}

    /** By its name under {@code clients/}. */
    static NodeProject of(String name) {
        return new NodeProject(Path.of("..", "clients", name).toAbsolutePath().normalize());
    }

    boolean canRun() throws InterruptedException {
        try {
            return run(RUNS_WITHIN_SECONDS, Map.of(), "node", "--version").status() == 0
                    && run(RUNS_WITHIN_SECONDS, Map.of(), "npm", "--version").status() == 0;
        } catch (IOException e) {
            return false; // Not on the PATH.
        }
    }

    /** Installs what it needs, exactly as its lock file says, unless that was done already. */
    void install() throws IOException, InterruptedException {
        Path installed = folder.resolve("node_modules/.package-lock.json");
        Path locked = folder.resolve("package-lock.json");
        if (Files.exists(installed)
                && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(locked)) >= 0) {
            return;
        }
        Ran npm = run(INSTALLS_WITHIN_SECONDS, Map.of(), "npm", "ci");
        if (npm.status() != 0) {
            throw new AssertionError("npm ci ended with " + npm.status() + ":\n" + npm.out() + npm.err());
        }
    }

    Ran run(long seconds, Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("wiredesk-node-", ".out");
        Path err = Files.createTempFile("wiredesk-node-", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
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
