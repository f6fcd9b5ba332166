package wiredesk.runtime;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One setting: its name, as in a properties file, what it means and which values it takes.
 *
 * @param name lower case with dots; the environment variable of the same name is in upper case with underscores
 * @param fallback the value when it is not set, as it would be written; null when it must be set
 * @param form the values that it takes, for people
 * @param meaning what it does, for people
 * @param parse throws {@link IllegalArgumentException} for a value that it does not take
 */
public record Setting<T>(
        String name, @Nullable String fallback, String form, String meaning, Function<String, T> parse) {

    private static final int LARGEST_PORT = 65_535;

    public static Setting<String> text(String name, @Nullable String fallback, String meaning) {
        return new Setting<>(name, fallback, "text", meaning, Function.identity());
    }

    public static Setting<Path> folder(String name, @Nullable String fallback, String meaning) {
        return new Setting<>(name, fallback, "a folder", meaning, Path::of);
    }

    /** A file that need not be; empty is none. */
    public static Setting<Optional<Path>> file(String name, String meaning) {
        return new Setting<>(
                name, "", "a file", meaning, text -> text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text)));
    }

    /** A whole number in a range, both ends included. */
    public static Setting<Integer> number(String name, int fallback, int least, int most, String meaning) {
        String form = "a whole number from " + least + " to " + most;
        return new Setting<>(name, Integer.toString(fallback), form, meaning, text -> {
            int value = Integer.parseInt(text);
            if (value < least || value > most) {
                throw new IllegalArgumentException("out of range");
            }
            return value;
        });
    }

    /** A TCP port; 0 lets the system choose. */
    public static Setting<Integer> port(String name, int fallback, String meaning) {
        return number(name, fallback, 0, LARGEST_PORT, meaning);
    }

    String environmentName() {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
