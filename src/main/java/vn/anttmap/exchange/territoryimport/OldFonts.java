package vn.anttmap.exchange.territoryimport;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The letters behind the bytes of the fonts that Vietnamese offices used before Unicode. */
final class OldFonts {

    /** TCVN 5712:1993 VN3 ("ABC"), the letters in the order of their bytes. */
    private static final String TCVN3_BYTES =
            "A1A2A3A4A5A6A7A8A9AAABACADAEB5B6B7B8B9BBBCBDBEC6C7C8C9CACBCCCECFD0D1D2D3D4D5D6D7D8DCDDDE"
                    + "DFE1E2E3E4E5E6E7E8E9EAEBECEDEEEFF1F2F3F4F5F6F7F8F9FAFBFCFDFE";

    private static final String TCVN3_LETTERS =
            "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíị" + "òỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

    private static final char[] TCVN3 = table();

    /** VNI: a mark stands behind its letter. Lower case; a capital's mark is 0x20 lower. */
    private static final Map<Integer, Map<Character, Character>> VNI_MARKS = new HashMap<>();

    private static final Map<Integer, Character> VNI_LETTERS = Map.ofEntries(
            Map.entry(0xF1, 'đ'),
            Map.entry(0xF4, 'ơ'),
            Map.entry(0xF6, 'ư'),
            Map.entry(0xED, 'í'),
            Map.entry(0xEC, 'ì'),
            Map.entry(0xE6, 'ỉ'),
            Map.entry(0xF3, 'ĩ'),
            Map.entry(0xF2, 'ị'),
            Map.entry(0xEE, 'ỵ'));

    static {
        mark(0xF8, "aeouyơư", "àèòùỳờừ");
        mark(0xF9, "aeouyơư", "áéóúýớứ");
        mark(0xFB, "aeouyơư", "ảẻỏủỷởử");
        mark(0xF5, "aeouyơư", "ãẽõũỹỡữ");
        mark(0xEF, "aeouơư", "ạẹọụợự");
        mark(0xE2, "aeo", "âêô");
        mark(0xE1, "aeo", "ấếố");
        mark(0xE0, "aeo", "ầềồ");
        mark(0xE5, "aeo", "ẩểổ");
        mark(0xE3, "aeo", "ẫễỗ");
        mark(0xE4, "aeo", "ậệộ");
        mark(0xEA, "a", "ă");
        mark(0xE9, "a", "ắ");
        mark(0xE8, "a", "ằ");
        mark(0xFA, "a", "ẳ");
        mark(0xFC, "a", "ẵ");
        mark(0xEB, "a", "ặ");
    }

    private OldFonts() {}

    static String tcvn3(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte each : bytes) {
            text.append(TCVN3[each & 0xFF]);
        }
        return text.toString();
    }

    static String vni(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte each : bytes) {
            int code = each & 0xFF;
            boolean capital = code >= 0xC0 && code < 0xE0;
            int lower = capital ? code + 0x20 : code;
            Map<Character, Character> marks = VNI_MARKS.get(lower);
            int last = text.length() - 1;
            char before = last < 0 ? 0 : text.charAt(last);
            Character marked = marks == null ? null : marks.get(Character.toLowerCase(before));
            Character letter = VNI_LETTERS.get(lower);
            if (marked != null) {
                text.setCharAt(last, Character.isUpperCase(before) ? Character.toUpperCase(marked) : marked);
            } else if (letter != null) {
                text.append(capital ? Character.toUpperCase(letter.charValue()) : letter.charValue());
            } else {
                text.append(code < 0x80 ? (char) code : '\uFFFD');
            }
        }
        return text.toString();
    }

    private static char[] table() {
        char[] table = new char[256];
        Arrays.fill(table, '\uFFFD');
        for (int i = 0; i < 0x80; i++) {
            table[i] = (char) i;
        }
        for (int i = 0; i < TCVN3_LETTERS.length(); i++) {
            table[Integer.parseInt(TCVN3_BYTES, 2 * i, 2 * i + 2, 16)] = TCVN3_LETTERS.charAt(i);
        }
        table[0xA0] = ' ';
        return table;
    }

    private static void mark(int code, String letters, String marked) {
        Map<Character, Character> pairs = new HashMap<>();
        for (int i = 0; i < letters.length(); i++) {
            pairs.put(letters.charAt(i), marked.charAt(i));
        }
        VNI_MARKS.put(code, pairs);
    }
}
