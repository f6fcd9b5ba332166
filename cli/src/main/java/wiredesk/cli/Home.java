package wiredesk.cli;

import java.nio.file.Path;

/** The folder of the project, where the launcher is: what ships beside the code is found from here. */
final class Home {

    private static final Path FOLDER =
            Path.of(System.getProperty("wiredesk.home", ".")).toAbsolutePath().normalize();

    private Home() {}

    static Path registry() {
        return FOLDER.resolve("standalone/target/registry");
    }

    static Path taxonomy() {
        return FOLDER.resolve("taxonomy");
    }

    static Path channels() {
        return FOLDER.resolve("channels");
    }

    static Path examples() {
        return FOLDER.resolve("examples");
    }

    static Path data() {
        return FOLDER.resolve("data");
    }

    /** A path as a person who stands in the home folder would write it. */
    static String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(FOLDER) ? FOLDER.relativize(absolute).toString() : absolute.toString();
    }
}
