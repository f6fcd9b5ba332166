package wiredesk.ingest.copy;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that stand in an article and are none of it, in the eight languages: what else to read, advertisements,
 * newsletters, whom to follow, notes of the newsroom.
 */
final class Asides {

    private static final int LONGEST = 240;

    /** Words. An invitation is short; a longer line that begins alike is prose. */
    private static final int MOST_WORDS = 28;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    private static final String GAP = "[\\s\\u00A0\\u202F]";
    private static final String OPEN = "[(\\[>»→▶*–—-]{0,3}" + GAP + "?";

    /** An invitation to read something else. What follows tells it from a sentence that begins so. */
    private static final Pattern READ = Pattern.compile(
            OPEN + "(?:read" + GAP + "(?:more|also|next|on)|see" + GAP + "(?:also|more)|also" + GAP + "read|more" + GAP
                    + "on this(?: \\p{L}+)?|related(?:" + GAP
                    + "(?:articles?|stor(?:y|ies)|content|news|coverage))?"
                    + "|(?:[àa]" + GAP + ")?(?:lire|voir)" + GAP + "aussi|[àa]" + GAP + "(?:lire|voir)|lisez" + GAP
                    + "aussi|sur le m[êe]me (?:sujet|th[èe]me)"
                    + "|(?:lesen|lies|sehen)" + GAP + "(?:sie" + GAP + ")?(?:auch|dazu|mehr)(?:" + GAP + "zum thema)?"
                    + "|mehr" + GAP + "zum" + GAP + "thema|auch" + GAP + "interessant|weiterlesen"
                    + "|le(?:e|a|er)" + GAP + "(?:tambi[ée]n|m[áa]s|adem[áa]s)|ver" + GAP
                    + "(?:tambi[ée]n|m[áa]s|tamb[ée]m)"
                    + "|te puede interesar|m[áa]s" + GAP + "informaci[óo]n"
                    + "|le(?:ia|r)" + GAP + "(?:tamb[ée]m|mais)|veja" + GAP + "(?:tamb[ée]m|mais)|saiba" + GAP + "mais"
                    + "|legg[ie](?:te|re)?" + GAP + "(?:anche|di" + GAP + "pi[ùu])|potrebbe interessarti(?:" + GAP
                    + "anche)?|approfondiment[oi]"
                    + "|lees" + GAP + "(?:ook|meer|verder|hier)|bekijk" + GAP + "ook|meer" + GAP + "over dit onderwerp"
                    + "|(?:czytaj|zobacz|przeczytaj)" + GAP
                    + "(?:te[żz]|tak[żz]e|r[óo]wnie[żz]|wi[ęe]cej)|polecamy)(.*)",
            FLAGS);

    private static final Pattern ADVERTISEMENT = Pattern.compile(
            "[^\\p{L}]{0,6}(?:advertisement|advertising|sponsored(?: content)?|publicit[ée]|annonce|anzeige|werbung|publicidade?"
                    + "|pubblicit[àa]|advertentie|reclame|reklama|materia[łl] sponsorowany|contenu sponsoris[ée])[^\\p{L}]{0,6}",
            FLAGS);

    private static final Pattern GOES_ON = Pattern.compile(
            "(?:(?:the|la|der|il|o|a) )?(?:article|story|suite|l['’]article|artikel|text|testo|contin[uú]a|mat[ée]ria|dalsza|ci[ąa]g|lees"
                    + "|tekst|verder)(?!\\p{L}).{0,50}(?<!\\p{L})(?:advert\\p{L}*|publicit\\p{L}*|publicidad\\p{L}*|pubblicit\\p{L}*|anzeige|werbung"
                    + "|reklam\\p{L}*|reclame)[^\\p{L}]{0,3}",
            FLAGS);

    private static final Pattern JOIN = Pattern.compile(
            OPEN + "(?:sign" + GAP + "up|subscribe|get our|join our|follow" + GAP + "us|inscrivez-vous|abonnez-vous"
                    + "|recevez|suivez[ -](?:nous|toute)|abonnieren|melden sie sich|jetzt(?: \\p{L}+)? abonnieren|folgen sie"
                    + "|suscr[íi]b[ea](?:te|se)|ap[úu]ntate|s[íi]gue(?:nos)?|recibe|iscriviti|ricevi|seguici|segui|assine"
                    + "|inscreva-se|receba|siga|schrijf (?:je|u) in|abonneer|meld je aan|volg ons|ontvang|zapisz si[ęe]"
                    + "|[śs]led[źz] nas|obserwuj nas|subskrybuj)(?!\\p{L}).*",
            FLAGS);

    private static final Pattern CHANNEL = Pattern.compile(
            "(?:news-?letters?|infolettre|bolet[íi]n|nieuwsbrief|nieuwsbrieven|biuletyn\\p{L}*|newsletter\\p{L}*|facebook\\p{L}*"
                    + "|twitter\\p{L}*|instagram\\p{L}*|whats-?app\\p{L}*|telegram\\p{L}*|linkedin\\p{L}*|youtube|tiktok\\p{L}*|podcast|x)",
            FLAGS);

    private static final Pattern NOTE = Pattern.compile(
            OPEN
                    + "(?:(?:correction|clarification|rectificatif|pr[ée]cision|erratum|errata(?: corrige)?|korrektur|berichtigung"
                    + "|rettifica|fe de (?:errores|erratas)|correcci[óo]n|corre[cç][ãa]o|correctie|rectificatie|sprostowanie|korekta"
                    + "|editor['’]?s['’]? note|note (?:to editors|de la r[ée]daction|de l['’][ée]diteur)|ndlr"
                    + "|(?:anmerkung|anm\\.) de[rs] \\p{L}+|hinweis|nota d(?:el|ella|a|e la) (?:editor|redaz?[cç]?[a-zãóò]*i?[oó]?n?e?)"
                    + "|noot van de redactie|od redakcji|about the authors?|[àa] propos de l['’]auteur\\p{L}*"
                    + "|(?:[üu]ber|zum) (?:den |die )?autor(?:in)?|sobre (?:el|la|o|a) autora?|l['’]autore|over de auteur|o autor(?:ze|ce)"
                    + "|(?:media|press) contacts?|contacts? presse|presse-?kontakt|r[üu]ckfragen|contacto (?:de|para)(?: la)? prensa"
                    + "|contatto stampa|contato (?:de|para a?) ?imprensa|perscontact|kontakt dla medi[óo]w)" + GAP
                    + "{0,2}[:|]|(?:this (?:article|story) (?:was|has been) (?:amended|corrected|updated|first published))\\b).*",
            FLAGS);

    private Asides() {}

    static boolean isAside(String text) {
        if (text.length() > LONGEST) {
            return NOTE.matcher(text.substring(0, LONGEST)).matches();
        }
        return ADVERTISEMENT.matcher(text).matches()
                || GOES_ON.matcher(text).matches()
                || NOTE.matcher(text).matches()
                || isInvitation(text)
                || isToRead(text);
    }

    private static boolean isToRead(String text) {
        Matcher read = READ.matcher(text);
        if (!read.matches()) {
            return false;
        }
        String rest = read.group(1);
        String after = rest.stripLeading();
        if (after.isEmpty() || ":|>»→–—-…".indexOf(after.charAt(0)) >= 0) {
            return true;
        }
        // A title follows without a sign: it begins like one, and is no sentence.
        return !rest.equals(after)
                && (Character.isUpperCase(after.codePointAt(0)) || "«“„\"‘".indexOf(after.charAt(0)) >= 0)
                && !Signs.endsSentence(text);
    }

    private static boolean isInvitation(String text) {
        String[] words = Agencies.words(text);
        return words.length <= MOST_WORDS
                && JOIN.matcher(text).matches()
                && Arrays.stream(words)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(word -> CHANNEL.matcher(word).matches());
    }
}
