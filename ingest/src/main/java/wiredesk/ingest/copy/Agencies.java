package wiredesk.ingest.copy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that stand in credits: agencies and archives, by name, and people and firms, by how a name looks. */
final class Agencies {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}@-]+");

    private static final Set<String> NAMES = Set.of(words("""
            aap adnkronos afp aga agerpres alamy anadolu anp ansa ap apa ats belga bloomberg cna ctk dpa
            dpa-infocom efe epa epd europapress folhapress getty gtres imago interfax istock keystone
            keystone-ats kna kyodo lapresse lusa maxppp mti ntb nurphoto pap pa pixabay reuters ritzau sid sipa
            shutterstock stt tass tt ukrinform unsplash upi xinhua zuma"""));

    /** What may stand beside a name in a credit without being a name. */
    private static final Set<String> BESIDE = Set.of(words("""
            a aan agence agency and archief archives archiv archivio archivo arquivo archiwum by courtesy d da
            das de degli dei del dell della den der des di die dla do dos du e el en et for from für getty
            handout het i in image images la las le les los of oraz para per photo photos pool por pour stock te
            ten ter the til u und van via vom von voor y z zu zur foto alliance picture picture-alliance"""));

    private Agencies() {}

    static boolean isAgency(String word) {
        return NAMES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether an agency's name is in it, as agencies write it: {@code pa} is one only in capitals. */
    static boolean namesOne(String text) {
        return Arrays.stream(words(text))
                .anyMatch(word -> isAgency(word)
                        && (word.length() > 3 || word.equals("dpa") || word.equals(word.toUpperCase(Locale.ROOT))));
    }

    /** Whether all its words are names, or what stands beside names; one of them at least is. */
    static boolean isOnlyNames(String text) {
        boolean named = false;
        for (String word : words(text)) {
            boolean name = isAgency(word) || !Character.isLowerCase(word.codePointAt(0));
            if (!name && !BESIDE.contains(word)) {
                return false;
            }
            named |= (name && Character.isLetter(word.codePointAt(0))) || word.startsWith("@");
        }
        return named;
    }

    /** How many of its words are plain ones, as sentences are made of. */
    static long plainWords(String text) {
        return Arrays.stream(words(text))
                .filter(word -> Character.isLowerCase(word.codePointAt(0)) && !BESIDE.contains(word) && !isAgency(word))
                .count();
    }

    static String[] words(String text) {
        return Arrays.stream(BETWEEN.split(text, -1))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
