package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;

/** Leaves out what stands in an article but is not of it, as its words tell. */
final class BlockSieve {

    /**
     * A run of text of the page.
     *
     * @param linked how much of it is in links: 0 to 1
     */
    record Part(Hint hint, String text, double linked) {}

    /** Characters. Longer texts are sentences, whatever they begin with. */
    private static final int LONGEST_POINTER = 250;

    /** Characters. A text said twice is a caption or a pull quote from here on; shorter ones can be refrains. */
    private static final int SHORTEST_REPEAT = 60;

    /** Points elsewhere, where there is a link in it or nothing else. */
    private static final Pattern POINTER = Pattern.compile(
            "^\\W*(?:read (?:more|also|next|the full|our)|also read|see also|see more|related|more (?:on|from|about|news|:)|"
                    + "more:|do ?n['’]t miss|recommended|click here|watch(?: more| now|:)|listen:|you may (?:also )?like|"
                    + "you might (?:also )?(?:like|be)|lire aussi|à lire|lire la suite|voir aussi|leia (?:também|mais)|"
                    + "veja (?:também|mais)|saiba mais|confira|le[ae] (?:también|además|más)|ver también|te puede|"
                    + "mehr (?:zum|dazu|:)|lesen sie|auch interessant|siehe auch|leggi anche|vedi anche|lees ook|"
                    + "lees meer|les også|läs (?:också|mer)|læs også|czytaj (?:też|także|więcej)|zobacz też|"
                    + "čtěte (?:také|více)|читайте также|смотрите также|читайте також|baca juga|lihat juga|"
                    + "ayrıca okuyun|関連記事|もっと見る|あわせて読みたい|相关阅读|延伸閱讀|관련기사)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Asks for something or says something of the site, never of the news. */
    private static final Pattern PLEA = Pattern.compile(
            "^\\W*(?:advertisement|sponsored|anzeige|werbung|publicidade?|publicité|pubblicità|reklama|реклама|広告|"
                    + "(?:story|article) continues|continue reading|scroll (?:down|to)|skip (?:to|ad)|loading|share this|"
                    + "share on|tweet this|sign up|subscribe|follow us|follow @|like us on|join (?:us|our)|get the|"
                    + "download (?:our|the)|abonnieren|suscríbete|inscreva-se|assine|abonnez|iscriviti|enable javascript|"
                    + "media playback is|your browser|close$|caption$|image caption|media caption|image copyright|photos?$|"
                    + "(?:©|\\(c\\)|copyright)|all rights reserved|"
                    + "this (?:material|story|article) (?:may not|was (?:originally|first) published))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A heading that begins the readers' comments. */
    private static final Pattern COMMENTS = Pattern.compile(
            "^\\W*(?:\\d+ )?(?:(?:top rated|top|all|readers?|leave a|post a|add a|view|show) )?(?:comments?|reply)\\b.{0,20}$"
                    + "|^\\W*(?:\\d+ )?(?:responses|discussion|join the (?:conversation|discussion)|"
                    + "kommentare?|comentarios|comentários|commentaires|commenti|reacties|komentarze|"
                    + "комментарии|коментарі|コメント)\\b.{0,20}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A heading that begins other things that stand below an article. */
    private static final Pattern BELOW = Pattern.compile(
            "^\\W*(?:related(?: (?:articles?|stories|posts?|content|news|topics|coverage|links|reading))?|"
                    + "more (?:from|stories|news|in|on|like this)\\b.{0,40}|"
                    + "(?:you (?:may|might) (?:also )?(?:like|be interested)).{0,20}|"
                    + "recommended.{0,20}|most (?:read|popular|viewed)|trending.{0,20}|popular.{0,10}|latest (?:news|stories)|"
                    + "about the authors?|share this.{0,20}|share article|sign up.{0,40}|newsletter|(?:read|up) next|"
                    + "what to read next|tags|topics|ähnliche artikel|mehr zum thema|articles (?:liés|similaires)|"
                    + "à lire aussi|sur le même (?:sujet|thème)|art[ií]culos relacionados|"
                    + "not[ií]cias relacionadas|leia também|veja também|articoli correlati|potrebbe interessarti|"
                    + "gerelateerd.{0,20}|関連記事)\\W*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What ends so says what is to be seen on a picture. */
    private static final Pattern CAPTION = Pattern.compile(
            ".*[(\\[](?:image|photo|picture|pic|credit|foto|bild|photo credit|file photo|ap photo|getty|source)\\b[^)\\]]{0,80}[)\\]]\\W*$"
                    + "|.*(?:\\bgetty images|\\breuters/[\\w ]+|\\bap photo/[\\w .]+|/getty|/ap|/afp|/shutterstock)$"
                    + "|^(?:photo|image|foto|picture|photograph|credit|bild)(?: by| credit| courtesy)?\\s*(?::|by|©).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private BlockSieve() {}

    static List<Block> sift(List<Part> parts, String headline) {
        List<Part> kept = new ArrayList<>();
        Set<String> said = new HashSet<>();
        int all = parts.stream().mapToInt(part -> part.text().length()).sum();
        int read = 0;
        for (Part part : parts) {
            read += part.text().length();
            if (part.hint() == Hint.HEADING && part.text().equalsIgnoreCase(headline)) {
                kept.clear();
            } else if (isEnd(part, read, all) && kept.stream().anyMatch(one -> one.hint() == Hint.PARAGRAPH)) {
                break;
            } else if (!isClutter(part) && (said.add(part.text()) || part.text().length() < SHORTEST_REPEAT)) {
                kept.add(isCaption(part) ? new Part(Hint.CAPTION, part.text(), part.linked()) : part);
            }
        }
        while (!kept.isEmpty() && kept.getLast().hint() == Hint.HEADING) {
            kept.removeLast();
        }
        HintedBlocks blocks = new HintedBlocks();
        for (Part part : kept) {
            if (part.hint() == Hint.BOX) {
                blocks.add(Hint.BOX, part.text());
            } else {
                blocks.endBox();
                blocks.addAll(List.of(new Block(part.hint(), List.of(part.text()))));
            }
        }
        blocks.endBox();
        return blocks.all();
    }

    private static boolean isEnd(Part part, int read, int all) {
        return part.hint() == Hint.HEADING
                && (COMMENTS.matcher(part.text()).find()
                        || (read * 2 > all && BELOW.matcher(part.text()).find()));
    }

    private static boolean isCaption(Part part) {
        return part.text().length() < 400 && CAPTION.matcher(part.text()).find();
    }

    private static boolean isClutter(Part part) {
        String text = part.text();
        if (text.length() > LONGEST_POINTER) {
            return false;
        }
        boolean alone = text.length() < 25 || text.endsWith(":");
        return PLEA.matcher(text).find()
                || (POINTER.matcher(text).find() && (part.linked() > 0.3 || alone || part.hint() == Hint.HEADING));
    }
}
