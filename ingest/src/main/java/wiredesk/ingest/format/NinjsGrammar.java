package wiredesk.ingest.format;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What each field of ninjs may hold, for all versions at once (1.0 to 1.6, 2.0 to 2.2, 3.0, 3.1): they differ in names,
 * hardly in what a name means, and senders declare one version and write another's fields. Names are in lower case.
 */
final class NinjsGrammar {

    /** What a field may hold. Null may stand everywhere, for that is how many say 'nothing'. */
    sealed interface Shape {

        /** Whatever it likes; what is read of it is judged by its reader. */
        record Anything() implements Shape {}

        record Text() implements Shape {}

        /** A text that is one of these words, in any case. */
        record OneOf(List<String> words) implements Shape {}

        /** A date that may lack its end, as {@code 2026-03}. */
        record PartialDate() implements Shape {}

        record Amount() implements Shape {}

        record Whole(int least, int most) implements Shape {}

        /** An object whose fields are in the grammar under this name. */
        record Structure(String name) implements Shape {}

        record ListOf(Shape item) implements Shape {}

        /** An object with names of the sender's own. */
        record Named(Shape value) implements Shape {}

        /** One of two, by whether the value is an array. */
        record ListOrElse(ListOf list, Shape otherwise) implements Shape {}
    }

    static final String ITEM = "item";

    /** An item inside another, as ninjs 2 and 3 have it. */
    static final String ASSOCIATION = "association";

    /** A structure a line: fields with what they hold; {@code @} is a structure, brackets a list, braces own names. */
    private static final String TABLE = """
            item: uri=text title=text type=text|audio|video|picture|graphic|composite|component|event|planning \
            mimetype=text representationtype=complete|incomplete|full|partial profile=text version=any \
            versioncreated=text firstcreated=text contentcreated=text expires=text embargoed=any embargoeduntil=any \
            pubstatus=any urgency=number language=text copyrightholder=text copyrightnotice=text \
            usageterms=[text]/text rightsinfo=[@rights]/@rights ednote=text byline=text by=text slugline=text \
            located=text headline=text evolvedfrom=text charcount=number wordcount=number \
            headlines=[@words] bodies=[@words] descriptions=[@words] \
            person=[@concept] people=[@concept] organisation=[@concept] organisations=[@concept] place=[@concept] \
            places=[@concept] subject=[@concept] subjects=[@concept] event=[@concept] events=[@concept] \
            object=[@concept] objects=[@concept] infosource=[@concept] infosources=[@concept] genre=[@concept] \
            genres=[@concept] digitalsourcetype=@concept trustindicator=[@concept] trustindicators=[@concept] \
            altids=[@altid]/{any} renditions=[@rendition]/{@rendition} associations=[@association]/{@item} \
            standard=@standard $standard=@standard $schema=text eventdetails=@happening plannedcoverage=[@coverage]
            words: role=text contenttype=text value=text charcount=number wordcount=number
            concept: name=text rel=text scheme=text code=text literal=text uri=text role=text href=text title=text \
            creator=text confidence=0..100 relevance=0..100 geojson=@geojson contactinfo=[@contact]/@contact \
            symbols=[@symbol]
            contact: type=text role=text lang=text name=text value=text address=@address
            address: lines=[text] locality=text area=text postalcode=text country=text
            symbol: ticker=text exchange=text symbol=text symboltype=text
            geojson: type=Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|GeometryCollection|Feature\
            |FeatureCollection
            altid: role=text value=text
            rendition: name=text href=text mimetype=text contenttype=text title=text format=text videocodec=text \
            width=number height=number duration=number sizeinbytes=number poi={number}
            rights: langid=text linkedrights=text encodedrights=text
            standard: name=text version=text schema=text
            happening: dates=@dates organiser=@concept eventstatus=text plannedcoveragestatus=text
            dates: startdate=text enddate=text expectedstartdate=date expectedenddate=date expectedduration=text
            coverage: uri=text title=text type=text|audio|video|picture|graphic|composite|component|event|planning \
            dates=@dates urgency=1..9 language=text ednote=text pubstatus=usable|withheld|canceled wordcount=number \
            renditions=[@rendition]
            """;

    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d+)");

    /** Of ninjs 1: the sender chooses how the name goes on. */
    private static final Pattern OWN_NAME = Pattern.compile("(?:headline|body|description)_");

    private static final Map<String, Map<String, Shape>> STRUCTURES = structures();

    private NinjsGrammar() {}

    /** Whether a structure of this name is a news item, itself or a part of another. */
    static boolean isItem(String structure) {
        return structure.equals(ITEM) || structure.equals(ASSOCIATION);
    }

    /** What a field of a structure may hold; null when no version of ninjs has such a field. */
    static @Nullable Shape field(String structure, String lowerName) {
        Shape shape = STRUCTURES.getOrDefault(structure, Map.of()).get(lowerName);
        boolean own = shape == null
                && isItem(structure)
                && OWN_NAME.matcher(lowerName).lookingAt();
        return own ? new Shape.Text() : shape;
    }

    /** Whether it begins as one of ninjs 1's chosen names, but does not go on with an ASCII letter, digit or '_'. */
    static boolean isBadOwnName(String lowerName) {
        var prefix = OWN_NAME.matcher(lowerName);
        return prefix.lookingAt()
                && (prefix.end() == lowerName.length()
                        || "abcdefghijklmnopqrstuvwxyz0123456789_".indexOf(lowerName.charAt(prefix.end())) < 0);
    }

    private static Map<String, Map<String, Shape>> structures() {
        Map<String, Map<String, Shape>> structures = new HashMap<>();
        TABLE.lines().forEach(line -> {
            int colon = line.indexOf(':');
            Map<String, Shape> fields = new LinkedHashMap<>();
            for (String field : line.substring(colon + 1).strip().split(" +", -1)) {
                int equals = field.indexOf('=');
                fields.put(field.substring(0, equals), shape(field.substring(equals + 1)));
            }
            structures.put(line.substring(0, colon), fields);
        });
        Map<String, Shape> association = new LinkedHashMap<>(structures.getOrDefault(ITEM, Map.of()));
        association.put("name", new Shape.Text());
        association.put("rel", new Shape.Text());
        structures.put(ASSOCIATION, association);
        return structures;
    }

    private static Shape shape(String written) {
        if (written.startsWith("[")) {
            int end = written.indexOf(']');
            Shape.ListOf list = new Shape.ListOf(shape(written.substring(1, end)));
            return end == written.length() - 1 ? list : new Shape.ListOrElse(list, shape(written.substring(end + 2)));
        }
        if (written.startsWith("{")) {
            return new Shape.Named(shape(written.substring(1, written.length() - 1)));
        }
        if (written.startsWith("@")) {
            return new Shape.Structure(written.substring(1));
        }
        if (written.contains("|")) {
            return new Shape.OneOf(List.of(written.split("\\|", -1)));
        }
        var range = RANGE.matcher(written);
        if (range.matches()) {
            return new Shape.Whole(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
        }
        return switch (written) {
            case "any" -> new Shape.Anything();
            case "text" -> new Shape.Text();
            case "number" -> new Shape.Amount();
            case "date" -> new Shape.PartialDate();
            default -> throw new IllegalStateException("no such shape: " + written);
        };
    }
}
