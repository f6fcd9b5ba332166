package wiredesk.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import wiredesk.runtime.PlatformException;

/**
 * Where everything that outlives a run is kept, held by one run at a time. Kafka's own lock is no help: a second broker
 * damages the metadata log before it meets that lock.
 */
final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder, making it if need be.
     *
     * @throws PlatformException when it cannot be written, or another run has it
     */
    static DataFolder take(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            FileChannel file =
                    FileChannel.open(absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(file)) {
                file.close();
                throw new PlatformException(
                        "The data folder " + absolute + " is in use by another wiredesk up. Stop that"
                                + " one, or choose another folder with --data");
            }
            return new DataFolder(absolute, file);
        } catch (IOException e) {
            throw new PlatformException(
                    "The data folder " + absolute + " cannot be written (" + e + "). Choose another with --data", e);
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) { // The other run is in this very JVM.
            return false;
        }
    }

    Path broker() {
        return folder.resolve("broker");
    }

    Path registry() {
        return folder.resolve("registry");
    }

    Path state() {
        return folder.resolve("state");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
