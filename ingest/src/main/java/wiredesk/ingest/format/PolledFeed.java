package wiredesk.ingest.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A feed as one who asks for it again and again sees it: what may have changed since, item by item. */
public sealed interface PolledFeed {

    /**
     * The feed's items, as they stand in it: by custom the newest first. There may be none.
     *
     * @param ttl how long the feed says that it stays as it is (RSS's {@code ttl}, from a minute to a week); null where it
     *     does not
     */
    record Items(List<Item> items, @Nullable Duration ttl) implements PolledFeed {}

    /** It is something else, such as a page that says that the feed has moved. */
    record NoFeed(Reason reason) implements PolledFeed {}

    /**
     * An item.
     *
     * @param part the item as a payload by itself
     * @param uri null where it has none, or is refused
     * @param says all that was read of it: equal for two items exactly where nothing that matters differs. What feeds write
     *     anew each time, such as when they were built or how many comments there are, is not in it.
     */
    record Item(Formats.Part part, @Nullable String uri, String says) {}

    Pattern MINUTES = Pattern.compile("[0-9]{1,5}");
    int MOST_MINUTES = 7 * 24 * 60;

    /**
     * Reads a feed. Never throws for any bytes. It is read as XML whatever it was sent as, for many feeds are sent as plain
     * text or as pages.
     *
     * @param mediaType the Content-Type that it was sent with, of which only the charset counts; null where there is none
     */
    static PolledFeed read(byte[] payload, @Nullable String mediaType) {
        if (payload.length == 0) {
            return new NoFeed(Reason.of(Kind.EMPTY, "there is nothing in it"));
        }
        MediaType type = mediaType == null ? null : MediaType.parse(mediaType);
        return switch (Xml.parse(payload, type == null ? null : type.charset())) {
            case Xml.Failed(Reason reason) -> new NoFeed(reason);
            case Xml.Tree(Document document) -> of(document);
        };
    }

    private static PolledFeed of(Document document) {
        Element root = document.getDocumentElement();
        List<Element> elements = XmlParts.items(document);
        if (!FeedReader.isFeed(root) || (elements.isEmpty() && isEntry(root))) {
            String found = "its root element is <" + Times.cut(root.getTagName()) + ">, which is no RSS or Atom feed";
            return new NoFeed(Reason.of(Kind.INVALID, found));
        }
        Duration ttl = ttl(root);
        List<String> words = elements.stream().map(Markup::raw).toList();
        List<byte[]> documents = XmlParts.split(document);
        if (documents.size() < words.size()) {
            return new NoFeed(Reason.of(Kind.INVALID, "what its items share is too much, written once for each"));
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            items.add(item(Formats.part(documents.get(i)), words.get(i)));
        }
        return new Items(List.copyOf(items), ttl);
    }

    private static boolean isEntry(Element root) {
        return switch (root.getLocalName()) {
            case "entry", "deleted-entry" -> true;
            default -> false;
        };
    }

    private static Item item(Formats.Part part, String words) {
        return switch (part.read()) {
            case Read.Accepted(Draft draft) -> new Item(part, draft.uri(), draft.toString());
            case Read.Refused(Reason reason) -> new Item(part, null, reason.detail() + words);
        };
    }

    private static @Nullable Duration ttl(Element root) {
        String minutes = Markup.words(Markup.child(root, "channel", "ttl"));
        if (minutes == null || !MINUTES.matcher(minutes).matches()) {
            return null;
        }
        int value = Integer.parseInt(minutes);
        return value < 1 || value > MOST_MINUTES ? null : Duration.ofMinutes(value);
    }
}
