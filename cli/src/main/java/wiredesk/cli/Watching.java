package wiredesk.cli;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at a drop folder whenever something changes in it, and now and then without that, until it is told to stop. */
final class Watching implements AutoCloseable {

    /** Longer than the gateway may take for an answer: the file in hand is brought to its end. */
    private static final long ENDS_WITHIN_SECONDS = 40;

    private final DropFolder folder;
    private final @Nullable WatchService events;
    private final Semaphore changes = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopped;

    Watching(Path path, DropFolder folder) {
        this.folder = folder;
        this.events = events(path);
    }

    /** Null where the system has no events to give, or no more of them; then there is the periodic look. */
    private @Nullable WatchService events(Path path) {
        try {
            WatchService service = path.getFileSystem().newWatchService();
            path.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            Thread.ofPlatform().daemon().name("folder-events").start(() -> pass(service));
            return service;
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    private void pass(WatchService service) {
        try {
            while (true) {
                WatchKey key = service.take();
                key.pollEvents(); // The folder itself is looked at, so that it does not matter what they say.
                changes.release();
                key.reset();
            }
        } catch (ClosedWatchServiceException e) {
            // It is over.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs until the process is told to stop, which then ends with status 0. */
    void untilStopped(WatchReport report) throws InterruptedException {
        Thread hook = new Thread(this::stopAndEnd, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            run();
            report.summary(folder.waiting());
        } finally {
            ended.countDown();
            unhook(hook);
        }
    }

    /** Looks, until {@link #stop}. */
    void run() throws InterruptedException {
        while (!stopped) {
            Duration wait = folder.look();
            if (changes.tryAcquire(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS)) {
                changes.drainPermits();
            }
        }
    }

    /** The file in hand is brought to its end. */
    void stop() {
        stopped = true;
        changes.release();
    }

    private void stopAndEnd() {
        stop();
        try {
            ended.await(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.DONE); // Being told to stop is not a failure.
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, by that very hook.
        }
    }

    @Override
    public void close() {
        stop();
        try {
            if (events != null) {
                events.close();
            }
        } catch (IOException e) {
            // Nobody listens any more.
        }
    }
}
