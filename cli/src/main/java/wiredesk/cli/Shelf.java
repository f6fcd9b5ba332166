package wiredesk.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import wiredesk.runtime.PlatformException;

/** A sub-folder that files are moved to. What is there stays as it is. */
final class Shelf {

    private static final String PROBLEM = ".problem.json";

    private final Path folder;

    private Shelf(Path folder) {
        this.folder = folder;
    }

    /** @throws PlatformException when it is not there and cannot be made, or cannot be written to */
    static Shelf in(Path parent, String name) {
        Path folder = parent.resolve(name);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new PlatformException("The folder " + folder + " cannot be made: " + e, e);
        }
        if (!Files.isWritable(folder) || !Files.isWritable(parent)) {
            throw new PlatformException("Files cannot be moved from " + parent + " to " + folder + ": no permission");
        }
        return new Shelf(folder);
    }

    /** Moves a file here, under its name or the first free one with a number; says where it is now. */
    Path put(Path file) throws IOException {
        return Files.move(file, free(file.getFileName().toString()));
    }

    /** The same, with a problem document beside it: first, so that no refused file is ever without one. */
    Path put(Path file, ObjectNode problem) throws IOException {
        Path to = free(file.getFileName().toString());
        Files.writeString(beside(to), problem.toPrettyString() + "\n");
        return Files.move(file, to);
    }

    private Path free(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String extension = dot > 0 ? name.substring(dot) : "";
        Path to = folder.resolve(name);
        for (int number = 2; Files.exists(to) || Files.exists(beside(to)); number++) {
            to = folder.resolve(stem + "-" + number + extension);
        }
        return to;
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + PROBLEM);
    }
}
