package wiredesk.enrich;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import wiredesk.enrich.rule.Advice;
import wiredesk.enrich.rule.Parsed;
import wiredesk.enrich.rule.Problem;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.Source;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Vocabulary;
import wiredesk.enrich.tagging.ExampleCheck;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.RuleSource;
import wiredesk.schemas.setup.Definitions;
import wiredesk.schemas.wire.SchemaIds;

/** Checks rule files and puts them live. */
public final class RuleFiles {

    private RuleFiles() {}

    /** What became of the files; one bad file and none is good. */
    public sealed interface Read {
        /** By tag code. */
        record Good(Map<String, RuleFile> files, Vocabulary shared) implements Read {

            /** The book that they make together. */
            public RuleBook book() {
                return RuleBook.of(files.values().stream().map(RuleFile::rules).toList());
            }
        }

        record Bad(List<String> problems) implements Read {}
    }

    /** What looks wrong in files that are sound, a line each. */
    public static List<String> warnings(Read.Good files) {
        List<String> warnings = new ArrayList<>();
        for (RuleFile file : files.files().values()) {
            Source source = new Source(file.file().toString(), file.written().getYaml());
            Advice.of(source, file.rules()).forEach(warning -> warnings.add(warning.toString()));
        }
        warnings.addAll(Advice.of(
                files.shared(),
                files.files().values().stream().map(RuleFile::rules).toList()));
        return warnings;
    }

    /** A tag's rules, the file that it was read from, and the record that carries it to the topic. */
    public record RuleFile(TagRules rules, Path file, wiredesk.schemas.record.TagRules written) {}

    /**
     * Reads files, and all files of folders: those of tags, and the words and places that these share. A tag's file that is
     * named alone finds the shared ones in its folder.
     */
    public static Read read(List<Path> named) throws IOException {
        List<Source> shared = new ArrayList<>();
        Map<Path, Source> tags = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        SortedMap<Path, Path> files = new TreeMap<>();
        Definitions.files(named).forEach(file -> files.putIfAbsent(same(file), file));
        SortedMap<Path, Path> all = new TreeMap<>(files);
        Definitions.files(named.stream()
                        .filter(Files::isRegularFile)
                        .map(file -> same(file).getParent())
                        .toList())
                .forEach(file -> all.putIfAbsent(same(file), file));
        for (Path file : all.values()) {
            try {
                Source source = new Source(file.toString(), Files.readString(file));
                if (Vocabulary.isShared(source)) {
                    shared.add(source);
                } else if (files.containsKey(same(file))) {
                    tags.put(file, source);
                }
            } catch (IOException e) {
                problems.add(Definitions.unreadable(file, e));
            }
        }
        return switch (Vocabulary.parse(shared)) {
            case Parsed.Invalid<Vocabulary>(List<Problem> found) -> {
                found.forEach(problem -> problems.add(problem.toString()));
                yield new Read.Bad(problems);
            }
            case Parsed.Valid<Vocabulary>(Vocabulary vocabulary) -> read(tags, vocabulary, shared, problems);
        };
    }

    private static Path same(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static Read read(
            Map<Path, Source> tags, Vocabulary vocabulary, List<Source> shared, List<String> problems) {
        Map<String, RuleFile> files = new TreeMap<>();
        tags.forEach((path, source) -> {
            switch (TagRules.parse(source, vocabulary)) {
                case Parsed.Invalid<TagRules>(List<Problem> found) ->
                    found.forEach(problem -> problems.add(problem.toString()));
                case Parsed.Valid<TagRules>(TagRules valid) -> {
                    RuleFile file = new RuleFile(valid, path, record(valid.code(), source, shared));
                    if (files.put(valid.code(), file) != null) {
                        problems.add(path + ": another file has rules for " + valid.code() + " too");
                    }
                }
            }
        });
        return problems.isEmpty() ? new Read.Good(files, vocabulary) : new Read.Bad(problems);
    }

    /** The files' own examples that came out otherwise than they say, a line each. */
    public static List<String> failures(Read.Good files) {
        List<String> failures = new ArrayList<>();
        for (RuleFile file : files.files().values()) {
            ExampleCheck.run(file.rules()).forEach(failure -> failures.add(file.file() + ", " + failure));
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

    /** Takes tags' rules off the topic: from then on they are given no more. */
    public static void remove(List<String> codes, Map<String, Object> client)
            throws ExecutionException, InterruptedException {
        Definitions.remove(Topics.RULES, codes, client);
    }

    private static wiredesk.schemas.record.TagRules record(String code, Source file, List<Source> shared) {
        return wiredesk.schemas.record.TagRules.newBuilder()
                .setCode(code)
                .setFileName(file.name())
                .setYaml(file.yaml())
                .setShared(shared.stream()
                        .map(source -> new RuleSource(source.name(), source.yaml()))
                        .toList())
                .build();
    }

    /**
     * Reads records. Those that were put live together bring the same shared files, which make the most of them: they are
     * read once, and the rules share the concepts that come of it. Not for two threads at once.
     */
    static final class Records {

        private List<RuleSource> files = List.of();
        private Parsed<Vocabulary> vocabulary = new Parsed.Valid<>(Vocabulary.empty());

        /** The rules of a record, read with the shared files that it brings. */
        Parsed<TagRules> parse(wiredesk.schemas.record.TagRules written) {
            if (!written.getShared().equals(files)) {
                files = List.copyOf(written.getShared());
                vocabulary = Vocabulary.parse(files.stream()
                        .map(file -> new Source(file.getFileName(), file.getYaml()))
                        .toList());
            }
            return switch (vocabulary) {
                case Parsed.Invalid<Vocabulary>(List<Problem> problems) -> new Parsed.Invalid<>(problems);
                case Parsed.Valid<Vocabulary>(Vocabulary shared) ->
                    TagRules.parse(new Source(written.getFileName(), written.getYaml()), shared);
            };
        }
    }
}
