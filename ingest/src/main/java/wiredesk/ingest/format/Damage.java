package wiredesk.ingest.format;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Spaces;

/**
 * Notices what happened to a text's characters before it came, which nobody can undo for sure: those that somebody
 * replaced ({@code U+FFFD}), and UTF-8 that somebody read as windows-1252 and wrote as UTF-8 again ({@code cafÃ©}).
 */
final class Damage {

    /** Characters of an article that are looked at. */
    private static final int SAMPLE = 100_000;

    /** {@code Ã©}, {@code Å‚}, {@code â€™}: one by itself may be meant. */
    private static final int FEWEST = 2;

    /** The characters of windows-1252 for the bytes that go on a character in UTF-8, and those of Latin 1 for them. */
    private static final String CONTINUATIONS = continuations();

    private Damage() {}

    static Read told(Read read) {
        return switch (read) {
            case Read.Refused _ -> read;
            case Read.Accepted(Draft draft) -> {
                List<String> warnings = warnings(draft);
                if (warnings.isEmpty()) {
                    yield read;
                }
                yield new Read.Accepted(draft.withWarnings(Stream.of(draft.warnings(), warnings)
                        .flatMap(List::stream)
                        .toList()));
            }
        };
    }

    private static List<String> warnings(Draft draft) {
        String text = sample(draft);
        if (isAscii(text)) { // As most English is: nothing of the kind can be in it.
            return List.of();
        }
        List<String> warnings = new ArrayList<>();
        int lost = 0;
        for (int i = 0; i < text.length(); i++) {
            lost += text.charAt(i) == '\uFFFD' || Spaces.isHalf(text, i) ? 1 : 0;
        }
        if (lost > 0) {
            warnings.add("%d characters were lost before it came: U+FFFD or half a character stands for them"
                    .formatted(lost));
        }
        int twice = encodedTwice(text);
        if (twice >= FEWEST) {
            warnings.add("%d characters look like UTF-8 that was encoded twice (such as Ã© for é)".formatted(twice));
        }
        return warnings;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** How many characters were, where they are more than half of those beyond ASCII that could have been; else 0. */
    private static int encodedTwice(String text) {
        int twice = 0;
        int once = 0;
        for (int i = 0; i < text.length(); i++) {
            int length = lengthInUtf8(text.charAt(i));
            int end = i + 1;
            while (end < text.length() && end - i < length && CONTINUATIONS.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            if (length > 1 && end - i == length) {
                twice++;
                i = end - 1;
            } else if (text.charAt(i) > 0x7F && Character.isLetter(text.charAt(i))) {
                once++;
            }
        }
        return twice > once ? twice : 0;
    }

    /** By the first byte of a character, which in windows-1252 is a letter. */
    private static int lengthInUtf8(char first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return 2;
        }
        return first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 1;
    }

    private static String sample(Draft draft) {
        StringBuilder sample = new StringBuilder(draft.headline() == null ? "" : draft.headline());
        for (Block block : draft.body()) {
            for (String line : block.lines()) {
                if (sample.length() < SAMPLE) {
                    sample.append('\n').append(line, 0, Math.min(line.length(), SAMPLE));
                }
            }
        }
        return sample.toString();
    }

    private static String continuations() {
        byte[] bytes = new byte[0x40];
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i);
            latin.append((char) (0x80 + i));
        }
        return latin + new String(bytes, Charset.forName("windows-1252")).replace("\uFFFD", "");
    }
}
