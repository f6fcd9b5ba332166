package wiredesk.bench.corpus;

import java.util.ArrayList;
import java.util.List;

/** A sentence as those see it who draw rules from it: its words in lower case, and what is to be known of each. */
final class Sentence {

    private final List<String> words;
    private final boolean[] joined;
    private final boolean[] telling;

    /**
     * A sentence.
     *
     * @param joined of each word, whether only a space, a hyphen or an apostrophe parts it from the one before
     * @param telling of each word, whether an editor would put it into a rule
     */
    Sentence(List<String> words, boolean[] joined, boolean[] telling) {
        this.words = List.copyOf(words);
        this.joined = joined.clone();
        this.telling = telling.clone();
    }

    int size() {
        return words.size();
    }

    /** So many words that begin here and can be a phrase; none when they cannot. */
    List<String> phrase(int first, int length) {
        if (first + length > size()) {
            return List.of();
        }
        boolean tells = false;
        for (int i = first; i < first + length; i++) {
            if (Character.isDigit(words.get(i).charAt(0)) || (i > first && !joined[i])) {
                return List.of();
            }
            tells |= telling[i];
        }
        return tells ? List.copyOf(words.subList(first, first + length)) : List.of();
    }

    /** So many different telling words within a stretch that begins here with one; none when there are fewer. */
    List<String> together(int first, int reach, int count) {
        if (!telling[first]) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (int i = first; i < Math.min(size(), first + reach) && found.size() < count; i++) {
            if (telling[i] && !found.contains(words.get(i))) {
                found.add(words.get(i));
            }
        }
        return found.size() == count ? found : List.of();
    }
}
