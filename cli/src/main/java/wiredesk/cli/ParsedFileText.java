package wiredesk.cli;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Zone;
import wiredesk.ingest.format.Draft;
import wiredesk.ingest.format.Embargo;

/** A parsed file told to a person: a line for each thing that it says, then its zones. */
final class ParsedFileText {

    private final PrintWriter out;

    private ParsedFileText(PrintWriter out) {
        this.out = out;
    }

    static void print(ParsedFile file, PrintWriter out) {
        ParsedFileText text = new ParsedFileText(out);
        int count = file.articles().size();
        out.println(file.name() + (count > 1 ? "  " + count + " articles" : ""));
        file.articles().forEach(text::article);
        file.refusals()
                .forEach(refusal -> out.println("  REFUSED, " + refusal.kind() + ": " + refusal.detail()
                        + (refusal.pointer() == null || refusal.pointer().isEmpty()
                                ? ""
                                : "  [" + refusal.pointer() + "]")));
        out.println();
    }

    private void article(ParsedArticle article) {
        Draft draft = article.draft();
        line("uri", draft.uri());
        line("version", draft.version());
        line("created", created(draft));
        line("status", status(draft));
        line("language", language(article));
        line("slugline", draft.slugline());
        line("byline", draft.byline());
        line("urgency", draft.urgency());
        line("evolved from", draft.evolvedFrom());
        draft.subjects().forEach(subject -> line("subject", both(subject.name(), subject.uri())));
        draft.places().forEach(place -> line("place", both(place.name(), place.uri())));
        line("rights", draft.rightsInfo());
        line("note", draft.edNote());
        line("not news", draft.notNews());
        article.warnings().forEach(warning -> line("WARNING", warning));
        if (article.zones().isEmpty()) {
            line("zones", "none: an article without words");
        }
        for (Zone zone : article.zones()) {
            String kind = zone.kind().name().toLowerCase(Locale.ROOT);
            out.printf(Locale.ROOT, "    %-10s %s%n", kind, zone.text().replace("\n", "\n" + " ".repeat(15)));
        }
    }

    private static @Nullable String created(Draft draft) {
        String version = draft.versionCreated() == null ? "" : "this version " + draft.versionCreated();
        String first = draft.firstCreated() == null ? "" : "the first " + draft.firstCreated();
        String both = Stream.of(version, first).filter(said -> !said.isEmpty()).collect(joining(", "));
        return both.isEmpty() ? null : both;
    }

    private static String status(Draft draft) {
        String embargo = switch (draft.embargo()) {
            case Embargo.None() -> "";
            case Embargo.Until(var instant) -> ", embargoed until " + instant;
            case Embargo.Indefinite() -> ", embargoed until a version lifts it";
        };
        return draft.pubStatus().name().toLowerCase(Locale.ROOT) + embargo;
    }

    private static String language(ParsedArticle article) {
        String declared = article.draft().language();
        return article.language() + (declared == null ? ", as it reads" : ", declared as " + declared);
    }

    private static @Nullable String both(@Nullable String name, @Nullable String uri) {
        return name == null ? uri : uri == null ? name : name + "  <" + uri + ">";
    }

    private void line(String name, @Nullable Object value) {
        if (value != null) {
            out.printf(Locale.ROOT, "  %-12s %s%n", name, value);
        }
    }
}
