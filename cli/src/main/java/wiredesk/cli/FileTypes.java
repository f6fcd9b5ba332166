package wiredesk.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Which media type a file has, by its name. */
final class FileTypes {

    /** Means 'look'; the readers then decide by the first characters. */
    static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("txt", "text/plain"),
            Map.entry("text", "text/plain"),
            Map.entry("json", "application/json"),
            Map.entry("ninjs", "application/ninjs+json"),
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("xhtml", "application/xhtml+xml"),
            Map.entry("xml", "application/xml"),
            Map.entry("nitf", "application/xml"),
            Map.entry("newsml", "application/xml"),
            Map.entry("rss", "application/rss+xml"),
            Map.entry("atom", "application/atom+xml"));

    private FileTypes() {}

    static String of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return BY_EXTENSION.getOrDefault(name.substring(name.lastIndexOf('.') + 1), UNKNOWN);
    }
}
