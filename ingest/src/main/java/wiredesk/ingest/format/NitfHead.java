package wiredesk.ingest.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import wiredesk.ingest.copy.Spaces;

/** What a NITF document says of itself: its {@code docdata} and the like. */
final class NitfHead {

    private final Findings findings;
    private final Element nitf;
    private final @Nullable Element docdata;
    private final List<Instant> made = new ArrayList<>();

    NitfHead(Element nitf, Findings findings) {
        this.nitf = nitf;
        this.findings = findings;
        this.docdata = Markup.child(nitf, "head", "docdata");
        addTimes("norm", Markup.children(docdata, "date.issue"));
        addTimes("norm", Markup.children(Markup.child(nitf, "head"), "revision-history"));
        if (made.isEmpty()) {
            addTimes("date.publication", Markup.children(Markup.child(nitf, "head"), "pubdata"));
        }
        checkExpiry();
    }

    /**
     * Whether the document is a notice that another one is killed. What it says beside that is for editors: a killed
     * article does not stay published because a new one came with its kill.
     */
    boolean killsAnother() {
        return isKillNotice() && another() != null;
    }

    private boolean isKillNotice() {
        return statusOf("management-idref-status") == NitfStatus.CANCELED;
    }

    /** The document that this one acts on, if it is not itself; some write the version behind the id. */
    private @Nullable String another() {
        String other = Markup.attribute(docdata, "management-doc-idref");
        String own = idString();
        boolean itself = other != null && own != null && (other.equals(own) || other.startsWith(own + ":"));
        return itself ? null : other;
    }

    @Nullable
    String uri() {
        Element at = docdata == null ? nitf : docdata;
        if (killsAnother()) {
            return findings.uri(another(), Markup.path(at, "management-doc-idref"));
        }
        String id = idString();
        return id != null
                ? findings.uri(id, Markup.path(at) + "/doc-id/@id-string")
                : findings.uri(Markup.attribute(nitf, "uno"), Markup.path(nitf, "uno"));
    }

    private @Nullable String idString() {
        return Markup.attribute(Markup.child(docdata, "doc-id"), "id-string");
    }

    /** What it replaces or corrects, where that is another document. */
    @Nullable
    String evolvedFrom() {
        return killsAnother() ? null : another();
    }

    @Nullable
    String version() {
        Element key = Markup.child(docdata, "du-key");
        String version = Markup.attribute(key, "version");
        String written = version == null ? Markup.attribute(key, "generation") : version;
        return key == null || killsAnother() ? null : findings.version(written, Markup.path(key));
    }

    @Nullable
    Instant versionCreated() {
        return made.stream().max(Instant::compareTo).orElse(null);
    }

    @Nullable
    Instant firstCreated() {
        return made.size() < 2 ? null : made.stream().min(Instant::compareTo).orElse(null);
    }

    private void addTimes(String attribute, List<Element> elements) {
        for (Element element : elements) {
            String written = Markup.attribute(element, attribute);
            if (written != null) {
                Instant time = findings.time(Times.ofIso(written), Markup.path(element, attribute));
                if (time != null) {
                    made.add(time);
                }
            }
        }
    }

    private void checkExpiry() {
        Element expire = Markup.child(docdata, "date.expire");
        String written = Markup.attribute(expire, "norm");
        if (expire == null || written == null) {
            return;
        }
        String path = Markup.path(expire, "norm");
        if (Times.ofIso(written) instanceof Moment.NoTime(String problem)) {
            findings.fault(path, problem);
        } else {
            findings.warn(path + " is not acted on: send a version that is withheld or canceled at that time");
        }
    }

    /** The strictest of what the document says, and what it says it is a notice of. */
    PubStatus status() {
        if (isKillNotice()) {
            return PubStatus.CANCELED;
        }
        NitfStatus status = statusOf("management-status");
        if (status == NitfStatus.UNKNOWN && docdata != null) {
            findings.warn(Markup.path(docdata, "management-status") + " is no status known here: '"
                    + Times.cut(docdata.getAttribute("management-status")) + "': the article is withheld");
        }
        heedSignals();
        for (Element message : Markup.children(docdata, "ed-msg")) {
            String type = Markup.attribute(message, "msg-type");
            if (type != null && NitfStatus.parse(type) == NitfStatus.CANCELED) {
                return PubStatus.CANCELED;
            }
        }
        return status.pubStatus();
    }

    /** NITF has a genre among the properties of its subject, and a type of message and of object. */
    private void heedSignals() {
        Element object = Markup.child(nitf, "head", "tobject");
        heed(object, "tobject.type");
        Markup.children(object, "tobject.property").forEach(property -> heed(property, "tobject.property.type"));
        Markup.children(docdata, "ed-msg").forEach(message -> heed(message, "msg-type"));
        heed(docdata, "management-status");
        heed(Markup.child(docdata, "fixture"), "fix-id");
    }

    private void heed(@Nullable Element element, String attribute) {
        if (element != null) {
            findings.unlessNews(Markup.attribute(element, attribute), Markup.path(element, attribute));
        }
    }

    private NitfStatus statusOf(String attribute) {
        String written = Markup.attribute(docdata, attribute);
        return written == null ? NitfStatus.USABLE : NitfStatus.parse(written);
    }

    /**
     * A time before which it may not be released.
     */
    Embargo embargo() {
        Embargo embargo = new Embargo.None();
        for (Element release : Markup.children(docdata, "date.release")) {
            embargo = embargo.stricter(embargo(release));
        }
        if (embargo.equals(new Embargo.None())
                && docdata != null
                && statusOf("management-status") == NitfStatus.EMBARGOED) {
            return findings.embargo(Moment.unsaid(), Markup.path(docdata, "management-status"));
        }
        return embargo;
    }

    private Embargo embargo(Element release) {
        String path = Markup.path(release, "norm");
        String norm = Markup.attribute(release, "norm");
        String written = norm == null ? Markup.words(release) : norm;
        Moment moment = written == null ? Moment.empty() : Times.ofIso(written);
        return isIssue(moment) ? new Embargo.None() : findings.embargo(moment, path);
    }

    /**
     * To be released when it is issued is no embargo. By the same clock, wherever that stands: where an offset says it,
     * the time of release by itself does.
     */
    private boolean isIssue(Moment release) {
        return release instanceof Moment.Guessed(Instant released, Instant _, String _)
                && Markup.children(docdata, "date.issue").stream()
                        .map(issue -> Markup.attribute(issue, "norm"))
                        .anyMatch(norm -> norm != null
                                && Times.ofIso(norm) instanceof Moment.Guessed(Instant issued, Instant _, String _)
                                && issued.equals(released));
    }

    @Nullable
    Integer urgency() {
        Element element = Markup.child(docdata, "urgency");
        String written = Markup.attribute(element, "ed-urg");
        return element == null ? null : findings.integer(written, Markup.path(element, "ed-urg"), 1, 9);
    }

    /** The key that ties the versions of a story together; else the standing feature or the series that it is of. */
    @Nullable
    String slugline() {
        return first(
                Markup.attribute(Markup.child(docdata, "du-key"), "key"),
                Markup.attribute(Markup.child(docdata, "fixture"), "fix-id"),
                Markup.attribute(Markup.child(docdata, "series"), "series.name"));
    }

    @Nullable
    String rights() {
        Element rights = Markup.child(docdata, "doc.rights");
        Element copyright = Markup.child(docdata, "doc.copyright");
        String holder = Markup.attribute(copyright, "holder");
        String year = Markup.attribute(copyright, "year");
        return first(
                Markup.words(Markup.child(nitf, "body", "body.head", "rights")),
                Markup.attribute(rights, "limitations"),
                holder == null ? null : Spaces.clean("© " + (year == null ? "" : year) + " " + holder),
                Markup.attribute(rights, "owner"));
    }

    @Nullable
    String edNote() {
        List<String> notes = new ArrayList<>();
        for (Element message : Markup.children(docdata, "ed-msg")) {
            addUnlessNull(notes, first(Markup.attribute(message, "info"), Markup.words(message)));
        }
        for (Element correction : Markup.children(docdata, "correction")) {
            addUnlessNull(notes, Markup.attribute(correction, "info"));
        }
        for (Element note : Markup.descendants(Markup.child(nitf, "body"), "note")) {
            if (NitfBody.isForEditors(note) || Markup.name(note.getParentNode()).equals("body.head")) {
                addUnlessNull(notes, Markup.words(note));
            }
        }
        return notes.isEmpty() ? null : String.join(" ", notes);
    }

    private static void addUnlessNull(List<String> notes, @Nullable String note) {
        if (note != null) {
            notes.add(note);
        }
    }

    private static @Nullable String first(@Nullable String... texts) {
        return Stream.of(texts).filter(text -> text != null).findFirst().orElse(null);
    }
}
