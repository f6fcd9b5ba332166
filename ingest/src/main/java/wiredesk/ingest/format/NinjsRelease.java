package wiredesk.ingest.format;

import java.time.Instant;
import java.util.List;

/** Whether and from when a ninjs item may be published. */
final class NinjsRelease {

    private final Fields fields;
    private final List<String> warnings;

    NinjsRelease(Fields fields, List<String> warnings) {
        this.fields = fields;
        this.warnings = warnings;
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
        return embargo("embargoed").stricter(embargo("embargoeduntil"));
    }

    private Embargo embargo(String name) {
        Fields.Field field = fields.field(name);
        if (field == null) {
            return new Embargo.None();
        }
        String problem = "is empty";
        if (field.value().isTextual() && !field.value().textValue().isBlank()) {
            switch (Times.parse(field.value().textValue())) {
                case Times.Time(Instant _, Instant notBefore) -> {
                    return new Embargo.Until(notBefore);
                }
                case Times.NoTime(String why) -> problem = why;
            }
        } else if (!field.value().isTextual() && !field.value().isNull()) {
            problem = "is no time but " + Fields.describe(field.value());
        }
        warnings.add(field.pointer() + " " + problem + ": the article is held until a version lifts the embargo");
        return new Embargo.Indefinite();
    }
}
