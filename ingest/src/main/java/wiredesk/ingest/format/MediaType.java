package wiredesk.ingest.format;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A media type as RFC 9110 writes it.
 *
 * @param name type and subtype, in lower case
 */
record MediaType(String name, @Nullable String charset) {

    private static final int LONGEST = 500;
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final Pattern NAME = Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")\\s*(?:;(.*))?");
    private static final Pattern CHARSET = Pattern.compile(
            "(?:^|;)\\s*charset\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^;\\s]*))", Pattern.CASE_INSENSITIVE);

    /** Null when it is not a media type at all. */
    static @Nullable MediaType parse(String header) {
        Matcher name = NAME.matcher(header);
        if (header.length() > LONGEST || !name.matches()) {
            return null;
        }
        return new MediaType(name.group(1).toLowerCase(Locale.ROOT), charset(name.group(2)));
    }

    private static @Nullable String charset(@Nullable String parameters) {
        if (parameters == null) {
            return null;
        }
        Matcher charset = CHARSET.matcher(parameters);
        if (!charset.find()) {
            return null;
        }
        for (int group = 1; group <= charset.groupCount(); group++) {
            if (charset.group(group) != null) {
                return charset.group(group).strip();
            }
        }
        return null;
    }
}
