package vn.anttmap.exchange.territoryimport;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.VietnameseText;

/** A way in which the bytes of a file can be read as letters. */
enum TextReading {
    UTF_8("utf-8"),
    WINDOWS_1258("windows-1258"),
    TCVN3("tcvn3"),
    VNI("vni"),
    /** Letters of the old font that a program took for Western ones and saved as Unicode. */
    TCVN3_IN_UTF_8("tcvn3-in-utf-8"),
    VNI_IN_UTF_8("vni-in-utf-8");

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset VIETNAMESE = Charset.forName("windows-1258");

    private final String key;

    TextReading(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** Whether it fits a format that fixes UTF-8. */
    boolean inUnicode() {
        return this == UTF_8 || this == TCVN3_IN_UTF_8 || this == VNI_IN_UTF_8;
    }

    /** Whether every row of bytes can be read so, if with letters that stand for nothing. */
    boolean takesAnything() {
        return this == WINDOWS_1258 || this == TCVN3 || this == VNI;
    }

    static Optional<TextReading> ofKey(String key) {
        return Arrays.stream(values())
                .filter(reading -> reading.key.equals(key.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** What a {@code .cpg} names; empty for something else. */
    static Optional<TextReading> declared(String cpg) {
        String name = cpg.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return switch (name) {
            case "utf8", "65001", "cp65001" -> Optional.of(UTF_8);
            case "1258", "cp1258", "windows1258", "ansi1258" -> Optional.of(WINDOWS_1258);
            case "tcvn", "tcvn3", "tcvn5712" -> Optional.of(TCVN3);
            case "vni" -> Optional.of(VNI);
            default -> Optional.empty();
        };
    }

    /** @return in Unicode NFC; a byte that stands for nothing is U+FFFD; null where the bytes cannot be meant so at all */
    @Nullable String read(byte[] bytes) {
        String text =
                switch (this) {
                    case UTF_8 -> utf8(bytes);
                    case WINDOWS_1258 -> new String(bytes, VIETNAMESE);
                    case TCVN3 -> OldFonts.tcvn3(bytes);
                    case VNI -> OldFonts.vni(bytes);
                    case TCVN3_IN_UTF_8 -> {
                        byte[] western = western(bytes);
                        yield western == null ? null : OldFonts.tcvn3(western);
                    }
                    case VNI_IN_UTF_8 -> {
                        byte[] western = western(bytes);
                        yield western == null ? null : OldFonts.vni(western);
                    }
                };
        return text == null ? null : VietnameseText.nfc(text);
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static byte @Nullable [] western(byte[] bytes) {
        String text = utf8(bytes);
        if (text == null) {
            return null;
        }
        try {
            ByteBuffer encoded = WESTERN.newEncoder().encode(CharBuffer.wrap(text));
            byte[] western = new byte[encoded.remaining()];
            encoded.get(western);
            return western;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
