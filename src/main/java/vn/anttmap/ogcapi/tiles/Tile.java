package vn.anttmap.ogcapi.tiles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A finished tile.
 *
 * @param kept its bytes, as gzip where it is large enough to gain by it; empty for a tile without features
 * @param isPacked whether they are gzip
 * @param hash of the tile before packing
 * @param featureIds ids of its units or roads, ascending
 * @param totals whether units stand for what lies in them
 * @param shownIncidentIds those whose single places it shows
 */
record Tile(
        byte[] kept, boolean isPacked, String hash, long[] featureIds, boolean totals, List<UUID> shownIncidentIds) {

    /** A smaller one goes into one packet of the network with its headers, packed or not. */
    private static final int LEAST_PACKED_BYTES = 1_000;

    static Tile of(byte[] content, long[] featureIds, boolean totals, List<UUID> shownIncidentIds) {
        boolean packed = content.length >= LEAST_PACKED_BYTES;
        return new Tile(
                packed ? pack(content) : content,
                packed,
                hash(content),
                featureIds,
                totals,
                List.copyOf(shownIncidentIds));
    }

    /** What it takes in memory, about. */
    int weight() {
        return 300 + kept.length + 8 * featureIds.length + 40 * shownIncidentIds.size();
    }

    byte[] unpacked() {
        if (!isPacked) {
            return kept;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(kept))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pack(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 2 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes, 4_096)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 27);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
