package vn.anttmap.ogcapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * Where a page begins: behind the last row of the page before, by what the order goes by. It belongs to one question and is
 * refused with another. Nothing in it is secret: the row was shown, and another begin shows nothing that may not be seen.
 *
 * @param values of the order, as texts; null for what is not known
 * @param id of the row, as text
 * @param numberMatched as counted for the first page
 */
record Cursor(List<@Nullable String> values, String id, long numberMatched) {

    private static final char SEPARATOR = '\u001f';
    private static final String NOTHING = "\u0000";
    private static final int DIGEST_CHARACTERS = 16;

    /** @param question all that decides which rows come in which order */
    String encode(String question) {
        StringBuilder text = new StringBuilder();
        text.append(numberMatched).append(SEPARATOR).append(id);
        values.forEach(value -> text.append(SEPARATOR).append(value == null ? NOTHING : value));
        String content = text.toString();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((digest(question, content) + content).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param parts how many values the order of the question has
     * @throws UserProblem of kind INVALID if it was not made for this question
     */
    static Cursor decode(String cursor, String question, int parts) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String content = text.length() < DIGEST_CHARACTERS ? "" : text.substring(DIGEST_CHARACTERS);
            String[] fields = content.split(String.valueOf(SEPARATOR), -1);
            if (fields.length == parts + 2 && text.startsWith(digest(question, content))) {
                List<@Nullable String> values = new ArrayList<>();
                for (int i = 2; i < fields.length; i++) {
                    values.add(fields[i].equals(NOTHING) ? null : fields[i]);
                }
                return new Cursor(values, fields[1], Long.parseLong(fields[0]));
            }
        } catch (IllegalArgumentException unreadable) {
            // Told below with the others.
        }
        throw invalid(cursor);
    }

    static UserProblem invalid(String cursor) {
        return UserProblem.of(Kind.INVALID, "cursor-invalid").at("cursor", cursor);
    }

    private static String digest(String question, String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((question + SEPARATOR + content).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_CHARACTERS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
