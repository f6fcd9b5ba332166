package wiredesk.ingest.copy;

/**
 * One zone of an article, in reading order with its neighbours.
 *
 * @param text trimmed and never empty; one line, but for a {@link ZoneKind#LIST} or {@link ZoneKind#BOX}, which has a
 *     line (parted by {@code \n}) for each item, without its bullet
 */
public record Zone(ZoneKind kind, String text) {

    public Zone {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a zone without text: " + kind);
        }
    }
}
