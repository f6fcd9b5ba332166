package wiredesk.ingest.revision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Zone;
import wiredesk.ingest.format.Draft;
import wiredesk.ingest.format.Embargo;
import wiredesk.ingest.format.Place;
import wiredesk.ingest.format.Subject;

/**
 * The fingerprint of what an article says: SHA-256 over its zones and its metadata. Left out are the uri, the version
 * and its time, which order versions, and all that is of the arrival and not of the article. Texts are taken in
 * Unicode's normal form C, so that the same words in another encoding of their accents are the same words.
 */
public final class ContentHash {

    private final MessageDigest digest;

    private ContentHash(MessageDigest digest) {
        this.digest = digest;
    }

    /** In hexadecimal, 64 characters. */
    public static String of(Draft draft, List<Zone> zones) {
        ContentHash hash = new ContentHash(sha256());
        hash.addMetadata(draft);
        for (Zone zone : zones) {
            hash.add(zone.kind().name());
            hash.add(zone.text());
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void addMetadata(Draft draft) {
        add(Objects.toString(draft.firstCreated(), null));
        add(draft.headline());
        add(draft.slugline());
        add(draft.byline());
        add(draft.language());
        add(Objects.toString(draft.urgency(), null));
        add(draft.pubStatus().name());
        add(embargo(draft.embargo()));
        add(draft.evolvedFrom());
        add(Integer.toString(draft.subjects().size()));
        for (Subject subject : draft.subjects()) {
            add(subject.uri());
            add(subject.name());
        }
        add(Integer.toString(draft.places().size()));
        for (Place place : draft.places()) {
            add(place.uri());
            add(place.name());
        }
        add(draft.rightsInfo());
        add(draft.edNote());
        add(draft.notNews());
    }

    private static @Nullable String embargo(Embargo embargo) {
        return switch (embargo) {
            case Embargo.None() -> null;
            case Embargo.Indefinite() -> "indefinite";
            case Embargo.Until(var instant) -> instant.toString();
        };
    }

    /** With its length before it, so that no two lists of texts run together into the same bytes. */
    private void add(@Nullable String text) {
        if (text == null) {
            digest.update((byte) '-');
            return;
        }
        byte[] bytes = Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
