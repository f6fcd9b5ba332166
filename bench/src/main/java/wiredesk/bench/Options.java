package wiredesk.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What the command line of a program here says.
 *
 * @param quick whether a rough answer will do
 * @param taxonomy the folder of the shipped rule files
 * @param folder where a broker may put its data for the time of the run
 */
record Options(boolean quick, Path taxonomy, Path folder) {

    private static final int USAGE = 2;

    /** What became of the arguments. */
    sealed interface Read {
        record Good(Options options) implements Read {}

        record Help() implements Read {}

        record Bad(String problem) implements Read {}
    }

    /** What a command line starts. */
    interface Program {
        void run(Options options) throws Exception;
    }

    /** Runs the program as the command line says, or prints its help, or ends with status 2 over a wrong one. */
    static void run(String[] args, String help, Program program) throws Exception {
        switch (read(List.of(args))) {
            case Read.Help() -> System.out.print(help);
            case Read.Bad(String problem) -> {
                System.err.println(problem);
                System.exit(USAGE);
            }
            case Read.Good(Options options) -> program.run(options);
        }
    }

    static Read read(List<String> args) {
        boolean quick = false;
        // The commands are written for the project's folder; Maven runs in the module's.
        Path taxonomy = Path.of(Files.isDirectory(Path.of("taxonomy")) ? "taxonomy" : "../taxonomy");
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        Deque<String> left = new ArrayDeque<>(args);
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--help", "-h" -> {
                    return new Read.Help();
                }
                case "--quick" -> quick = true;
                case "--taxonomy", "--folder" -> {
                    if (left.isEmpty()) {
                        return new Read.Bad(option + " takes a folder");
                    }
                    Path value = Path.of(left.pop());
                    taxonomy = option.equals("--taxonomy") ? value : taxonomy;
                    folder = option.equals("--folder") ? value : folder;
                }
                default -> {
                    return new Read.Bad("no option is called " + option + "; --help lists them");
                }
            }
        }
        return new Read.Good(new Options(quick, taxonomy, folder));
    }
}
