package wiredesk.enrich;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import wiredesk.enrich.rule.Parsed;
import wiredesk.enrich.rule.Problem;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.tagging.ExampleCheck;
import wiredesk.schemas.Topics;
import wiredesk.schemas.setup.Definitions;
import wiredesk.schemas.wire.SchemaIds;

/** Checks rule files and puts them live. */
public final class RuleFiles {

    private RuleFiles() {}

    /** What became of the files; one bad file and none is good. */
    public sealed interface Read {
        /** By tag code. */
        record Good(Map<String, RuleFile> files) implements Read {}

        record Bad(List<String> problems) implements Read {}
    }

    /** A tag's rules, and the file as it was written. */
    public record RuleFile(TagRules rules, wiredesk.schemas.record.TagRules written) {}

    public static Read read(List<Path> named) throws IOException {
        Map<String, RuleFile> files = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Path file : Definitions.files(named)) {
            String yaml;
            try {
                yaml = Files.readString(file);
            } catch (IOException e) {
                problems.add(Definitions.unreadable(file, e));
                continue;
            }
            switch (TagRules.parse(file.toString(), yaml)) {
                case Parsed.Invalid(List<Problem> found) -> found.forEach(problem -> problems.add(problem.toString()));
                case Parsed.Valid(TagRules valid) -> {
                    if (files.put(valid.code(), new RuleFile(valid, record(valid.code(), file, yaml))) != null) {
                        problems.add(file + ": another file has rules for " + valid.code() + " too");
                    }
                }
            }
        }
        return problems.isEmpty() ? new Read.Good(files) : new Read.Bad(problems);
    }

    /** The files' own examples that came out otherwise than they say, a line each. */
    public static List<String> failures(Read.Good files) {
        List<String> failures = new ArrayList<>();
        for (RuleFile file : files.files().values()) {
            ExampleCheck.run(file.rules())
                    .forEach(failure -> failures.add(file.written().getFileName() + ", " + failure));
        }
        return failures;
    }

    /** Puts the rules on the topic that enrich follows. */
    public static void apply(Read.Good files, Map<String, Object> client, SchemaIds schemas)
            throws ExecutionException, InterruptedException {
        Map<String, wiredesk.schemas.record.TagRules> records = new TreeMap<>();
        files.files().forEach((code, file) -> records.put(code, file.written()));
        Definitions.put(Topics.RULES, records, client, schemas);
    }

    private static wiredesk.schemas.record.TagRules record(String code, Path file, String yaml) {
        return wiredesk.schemas.record.TagRules.newBuilder()
                .setCode(code)
                .setFileName(file.getFileName().toString())
                .setYaml(yaml)
                .build();
    }
}
