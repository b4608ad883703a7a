package vn.anttmap.safety;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that are taken, known by how they begin and end. */
enum DocumentType {
    PDF("application/pdf", new int[] {'%', 'P', 'D', 'F', '-'}),
    JPEG("image/jpeg", new int[] {0xFF, 0xD8, 0xFF}),
    PNG("image/png", new int[] {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});

    /** A PDF ends with its mark, with little but blanks after it. */
    private static final int TAIL_BYTES = 1_024;

    private final String mediaType;
    private final int[] signature;

    DocumentType(String mediaType, int[] signature) {
        this.mediaType = mediaType;
        this.signature = signature;
    }

    String mediaType() {
        return mediaType;
    }

    /** Empty where the content is none of them, whatever the name of the file says. */
    static Optional<DocumentType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.fits(content)).findFirst();
    }

    private boolean fits(byte[] content) {
        if (content.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((content[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return this != PDF || endsAsPdf(content);
    }

    private static boolean endsAsPdf(byte[] content) {
        int from = Math.max(0, content.length - TAIL_BYTES);
        return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }
}
