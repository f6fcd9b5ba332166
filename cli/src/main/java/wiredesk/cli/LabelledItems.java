package wiredesk.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wiredesk.enrich.tuning.LabelledItem;

/** Reads files of labelled items. */
final class LabelledItems {

    private static final Path STANDARD_INPUT = Path.of("-");

    private LabelledItems() {}

    /**
     * All items of a file of JSON Lines.
     *
     * @throws InputException when it cannot be read, or a line is no labelled item
     */
    static List<LabelledItem> read(Path file) throws IOException {
        List<LabelledItem> items = new ArrayList<>();
        try (BufferedReader lines = file.equals(STANDARD_INPUT)
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    items.add(LabelledItem.parse(line, number));
                }
            }
        } catch (NoSuchFileException e) {
            throw new InputException("There is no file " + file, e);
        } catch (IllegalArgumentException e) {
            throw new InputException(file + ", " + e.getMessage(), e);
        }
        return items;
    }
}
