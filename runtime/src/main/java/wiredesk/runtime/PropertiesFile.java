package wiredesk.runtime;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** A settings file, in Java's properties format and UTF-8. */
public final class PropertiesFile {

    private PropertiesFile() {}

    /**
     * What it says, by name.
     *
     * @throws IOException when it cannot be read or is no properties file
     */
    public static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) { // An escape that is none.
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
