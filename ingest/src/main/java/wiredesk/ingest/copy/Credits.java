package wiredesk.ingest.copy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that say whose a picture or a text is, in the eight languages: a label and a name, a word and a name, an
 * agency and a name. What tells them from prose that begins alike is what follows: names, and no sentence.
 */
final class Credits {

    private static final int LONGEST = 160;
    private static final int LONGEST_BYLINE = 90;

    /** So many plain words make a sentence, where a full stop ends it. */
    private static final int SENTENCE = 4;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    private static final String GAP = "[\\s\\u00A0\\u202F]";
    private static final String OPEN = "[(\\[–—|>-]?" + GAP + "?";

    /** A picture, or that somebody deserves credit, also in compounds: {@code Bildnachweis}, {@code Archivfoto}. */
    static final String PICTURE =
            "(?:photos?(?:graph(?:ie|s|er|e)?)?|(?:archiv|symbol|teaser|titel)?fotos?(?:graf(?:ie|[ií]as?|aaf|o|ia)?)?"
                    + "|images?|imag(?:en|em)|immagin[ei]|(?:archiv|symbol)?bild(?:er|quelle|nachweis|rechte|credits?)?"
                    + "|beeld(?:bron)?|zdj[eę]ci[ea]|illustra(?:tions?|zione|ci[óo]n|[cç][ãa]o|tie)|ilustra(?:ci[óo]n|[cç][ãa]o|cja)"
                    + "|pictures?|cr[eé]dit(?:s|o|os|i)?|fot|fotocredits?|visual|vid[ée]o|wideo|gra(?:fi[ka]+|ph(?:ics?|ique))"
                    + "|infogra(?:fi[ka]+|f[ií]a|phi[ce]s?|phie)|montage|karikatur|cartoon|dessin|tekening|rysunek|vignetta)";

    private static final String KIND = "(?:photos?|credits?|cr[eé]dit[os]*|fotos?|images?|de archivo|d'archiv(?:es?|io)"
            + "|ilustracyjne|pogl[aą]dowe|archivo|di repertorio|de arquivo|d’archiv(?:es?|io))";

    private static final Pattern LABEL = Pattern.compile(
            OPEN + PICTURE + "(?:" + GAP + "{1,2}(?:/" + GAP + ")?" + KIND + ")?" + GAP + "{0,2}(?:[:/|©]|[–—-]" + GAP
                    + ")(.*)",
            FLAGS);

    private static final Pattern BY = Pattern.compile(
            OPEN + "(?:photos?(?:graph(?:s|ed)?)?|images?|pictures?|illustrations?|fotos?|vid[ée]o|grafik)" + GAP
                    + "(?:by|via|von|vom|por|di|door|par|de)" + GAP + "((?-i:[\\p{Lu}@]).*)",
            FLAGS);

    private static final Pattern COURTESY = Pattern.compile(
            OPEN + "(?:photos?|images?|pictures?)" + GAP + "(?:courtesy(?:" + GAP + "of)?|handout)" + GAP + "\\S.*"
                    + "|" + OPEN + "fot\\." + GAP + ".*",
            FLAGS);

    private static final Pattern MARK = Pattern.compile(
            "©.*|\\(c\\) .*|(?:copyright|prawa autorskie)" + GAP + "{0,2}(?:©|:|\\(c\\)|by" + GAP
                    + "|(?:19|20)\\d\\d\\b).*"
                    + "|.{0,100}(?:all rights reserved|tous droits r[ée]serv[ée]s|alle rechte vorbehalten"
                    + "|todos los derechos reservados|todos os direitos reservados|riproduzione (?:©" + GAP
                    + ")?riservata"
                    + "|wszelkie prawa zastrze[żz]one|alle rechten voorbehouden)[.!]?",
            FLAGS);

    private static final Pattern BYLINE = Pattern.compile(
            "(?:By|BY|Par|PAR|Von|VON|Por|Di|Door|DOOR)" + GAP + "(?!(?:[Dd]er|[Dd]en|[Dd]em|[Dd]ie)" + GAP
                    + ")\\p{Lu}[\\p{L}.'’-]*(?:" + GAP
                    + "(?:\\p{Lu}[\\p{L}.'’-]*|de|van|von|der|da|del|di|la|le|y|e|et|and|und|en|i)){1,6}"
                    + "(?:(?:," + GAP + "|" + GAP + "[(/|–-]" + GAP + "?)(.{2,40}))?");

    private static final Pattern ROLE = Pattern.compile(
            OPEN + "(?:(?:(?:additional" + GAP + ")?reporting|writing|editing|compiled|translated|edited|written)" + GAP
                    + "by" + GAP + "|propos recueillis par" + GAP + "|traduit d[eu][^:]{1,20} par" + GAP
                    + "|aus de[mr] \\p{L}{4,20} von" + GAP
                    + "|(?:texte?s?|testo|texto|tekst|autor(?:e|a|es|ka|in|zy)?|auteure?s?|author|redakt(?:ion|or)"
                    + "|redacci[óo]n|r[ée]daction|interview|entretien|entrevista|intervista|vertaling|t[łl]umaczenie"
                    + "|[üu]bersetzung|tradu(?:ction|zione|cci[óo]n|[cç][ãa]o)|opracowa[łl]a?|reporter)" + GAP
                    + "{0,2}:)(.*)",
            FLAGS);

    /** An agency's people sign with the beginnings of their names. */
    private static final Pattern INITIALS = Pattern.compile("\\(?\\p{Ll}{2,4}(?:/\\p{Ll}{2,4}){1,6}/?\\)?");

    private Credits() {}

    static boolean isCredit(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        Matcher label = LABEL.matcher(text);
        if (label.matches()) {
            return !isSentence(label.group(1));
        }
        Matcher by = BY.matcher(text);
        return MARK.matcher(text).matches()
                || (by.matches() && Agencies.isOnlyNames(by.group(1)))
                || (COURTESY.matcher(text).matches() && !isSentence(text))
                || isAgencyAndName(text);
    }

    /** Whether it only names who wrote the article. It is nobody's lede, and a credit is the nearest that it is. */
    static boolean isByline(String text) {
        if (text.length() > LONGEST_BYLINE) {
            return false;
        }
        Matcher byline = BYLINE.matcher(text);
        if (byline.matches()) {
            return byline.group(1) == null || Agencies.isOnlyNames(byline.group(1));
        }
        Matcher role = ROLE.matcher(text);
        return (role.matches() && Agencies.isOnlyNames(role.group(1).replaceAll("(?i)(?:editing|writing) by", "")))
                || INITIALS.matcher(text).matches();
    }

    /** {@code AFP/Jane Doe}, {@code picture alliance/dpa}, {@code (AP Photo/Jane Doe)}. */
    private static boolean isAgencyAndName(String text) {
        int slash = text.indexOf('/');
        return slash > 0
                && text.length() <= LONGEST_BYLINE
                && Agencies.isOnlyNames(text)
                && (Agencies.namesOne(text.substring(0, slash)) || Agencies.namesOne(text.substring(slash)));
    }

    private static boolean isSentence(String text) {
        return (Signs.endsSentence(text) && Agencies.plainWords(text) >= SENTENCE)
                || Agencies.plainWords(text) > 2 * SENTENCE;
    }
}
