package wiredesk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line as it is packaged, as a process: what the launcher runs. */
final class Packaged {

    private Packaged() {}

    static ProcessBuilder command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dwiredesk.home=" + Path.of("..").toAbsolutePath().normalize(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                Path.of("target", "wiredesk-cli.jar").toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
