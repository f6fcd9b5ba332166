package wiredesk.ingest.format;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Block;

/**
 * What a payload says of one article. Texts are on one line and trimmed; null is 'does not say'.
 *
 * @param uri without one the gateway finds an id elsewhere
 * @param version as written, for it need not be a number
 * @param versionCreated to the millisecond, which is what the records carry; so are all times here
 * @param language a BCP 47 tag, as declared, which it may be wrongly
 * @param urgency 1 (most urgent) to 9
 * @param evolvedFrom uri of the story that this one grew out of
 * @param rightsInfo terms of use: in words where there are such, else the link or the code of the licence
 * @param edNote the newsroom's note to editors, such as why it corrects or kills
 * @param notNews what it is instead of news, by its format's own signal: an advisory, the plan of a coverage
 * @param body blocks in reading order, not yet zones
 * @param warnings what was read by guess and should be told to the sender
 */
public record Draft(
        @Nullable String uri,
        @Nullable String version,
        @Nullable Instant versionCreated,
        @Nullable Instant firstCreated,
        @Nullable String headline,
        @Nullable String slugline,
        @Nullable String byline,
        @Nullable String language,
        @Nullable Integer urgency,
        PubStatus pubStatus,
        Embargo embargo,
        @Nullable String evolvedFrom,
        List<Subject> subjects,
        List<Place> places,
        @Nullable String rightsInfo,
        @Nullable String edNote,
        @Nullable String notNews,
        List<Block> body,
        List<String> warnings) {

    public Draft {
        subjects = List.copyOf(subjects);
        places = List.copyOf(places);
        body = List.copyOf(body);
        warnings = List.copyOf(warnings);
    }

    /** A draft that is a text and nothing else. */
    static Draft ofText(List<Block> body) {
        return new Draft(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                PubStatus.USABLE,
                new Embargo.None(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                body,
                List.of());
    }

    Draft withWarnings(List<String> told) {
        return with(told, notNews);
    }

    Draft with(List<String> told, @Nullable String signalled) {
        return new Draft(
                uri,
                version,
                versionCreated,
                firstCreated,
                headline,
                slugline,
                byline,
                language,
                urgency,
                pubStatus,
                embargo,
                evolvedFrom,
                subjects,
                places,
                rightsInfo,
                edNote,
                signalled,
                body,
                told);
    }
}
