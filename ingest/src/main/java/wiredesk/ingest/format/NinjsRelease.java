package wiredesk.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether and from when a ninjs item may be published. */
final class NinjsRelease {

    private final Fields fields;
    private final Findings findings;

    NinjsRelease(Fields fields, Findings findings) {
        this.fields = fields;
        this.findings = findings;
    }

    /** Of several spellings of the field that contradict each other, the gravest holds: a kill is not to be lost. */
    PubStatus status() {
        PubStatus gravest = PubStatus.USABLE;
        for (Fields.Field field : fields.spellings("pubstatus")) {
            PubStatus status = status(field);
            gravest = status.compareTo(gravest) > 0 ? status : gravest;
        }
        return gravest;
    }

    private PubStatus status(Fields.Field field) {
        if (field.value().isNull()) {
            return PubStatus.USABLE;
        }
        PubStatus status =
                field.value().isTextual() ? PubStatus.parse(field.value().textValue()) : null;
        if (status == null) {
            String written = field.value().isTextual()
                    ? "'" + Times.cut(field.value().textValue()) + "'"
                    : Fields.describe(field.value());
            fields.fault(field, "must be usable, withheld or canceled, not " + written);
            return PubStatus.USABLE;
        }
        return status;
    }

    /** Versions differ in the name; of two, the one that holds longer. */
    Embargo embargo() {
        Embargo said = embargo("embargoed").stricter(embargo("embargoeduntil"));
        for (Fields.Field status : fields.spellings("pubstatus")) {
            if (said instanceof Embargo.None
                    && PubStatus.isEmbargoed(status.value().asText())) {
                return findings.embargo(Moment.unsaid(), status.pointer());
            }
        }
        return said;
    }

    /** What is no news says so by its type or by a genre. */
    void heedSignals() {
        findings.unlessNews(fields.text("type"), fields.pointer("type"));
        for (Fields genre : fields.objects("genre", "genres")) {
            findings.unlessNews(genre.text("name"), genre.pointer("name"));
            findings.unlessNews(genre.text("code", "literal"), genre.pointer("code"));
            findings.unlessNews(G2Names.code(genre.text("uri")), genre.pointer("uri"));
        }
    }

    private Embargo embargo(String name) {
        Fields.Field field = fields.field(name);
        if (field == null) {
            return new Embargo.None();
        }
        return findings.embargo(moment(field.value()), field.pointer());
    }

    private static Moment moment(JsonNode written) {
        if (written.isNull() || (written.isTextual() && written.textValue().isBlank())) {
            return Moment.empty();
        }
        return written.isTextual()
                ? Times.ofIso(written.textValue())
                : new Moment.NoTime("is no time but " + Fields.describe(written));
    }
}
