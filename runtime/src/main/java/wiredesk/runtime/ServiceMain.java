package wiredesk.runtime;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a service as a process of its own, from its command line to its exit status. */
public final class ServiceMain {

    private static final int USAGE = 2;
    private static final int PLATFORM = 3;

    private final Service service;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    private ServiceMain(Service service, Map<String, String> environment, PrintStream out, PrintStream err) {
        this.service = service;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Runs the service until it is told to stop or cannot go on, then ends the JVM with the exit status. */
    public static void run(Service service, String[] args) {
        System.exit(new ServiceMain(service, System.getenv(), System.out, System.err).run(List.of(args)));
    }

    private int run(List<String> args) {
        if (args.equals(List.of("--help")) || args.equals(List.of("-h"))) {
            out.print(help());
            return 0;
        }
        if (!args.isEmpty() && !(args.size() == 2 && args.getFirst().equals("--config"))) {
            err.println("Takes --config FILE or --help, not: " + String.join(" ", args));
            return USAGE;
        }
        Map<String, String> file;
        try {
            file = args.isEmpty() ? Map.of() : PropertiesFile.read(Path.of(args.getLast()));
        } catch (IOException e) {
            err.println("The settings file cannot be read: " + e);
            return USAGE;
        }
        return switch (Settings.read(file, environment, service.settings())) {
            case Settings.Read.Good(Settings settings) -> serve(settings);
            case Settings.Read.Bad(List<String> problems) -> {
                problems.forEach(err::println);
                yield USAGE;
            }
        };
    }

    private int serve(Settings settings) {
        Thread main = Thread.currentThread();
        try (ServiceProcess process = ServiceProcess.start(service, settings, SystemTime.clock())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, main), "stop"));
            Throwable why = process.failure().get();
            err.println(service.name() + " stopped: " + why.getMessage());
            return PLATFORM;
        } catch (InterruptedException e) {
            return 0;
        } catch (Exception e) {
            err.println(service.name() + " did not start: " + e.getMessage());
            return PLATFORM;
        }
    }

    /** A JVM told to end waits for its hooks alone, so the hook itself closes what the main thread is waiting on. */
    private static void stop(ServiceProcess process, Thread main) {
        process.close();
        main.interrupt();
    }

    private String help() {
        StringBuilder help = new StringBuilder()
                .append("wiredesk ")
                .append(service.name())
                .append(": ")
                .append(service.purpose())
                .append("\n\nUsage: java -jar wiredesk-")
                .append(service.name())
                .append(".jar [--config FILE.properties]\n\n")
                .append("Settings, from the file or from environment variables of the same names (HTTP_PORT for\n")
                .append("http.port), which win. kafka.* and schema.registry.* pass on to those clients unchanged.\n\n");
        for (Setting<?> setting : service.settings()) {
            String fallback = setting.fallback();
            help.append("  ").append(setting.name()).append('\n');
            help.append("      ").append(setting.meaning()).append(" (").append(setting.form());
            help.append(fallback == null ? "; must be set" : fallback.isEmpty() ? "" : "; default " + fallback);
            help.append(")\n");
        }
        return help.toString();
    }
}
