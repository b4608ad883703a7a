package vn.anttmap.backup;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What the rows of a table come to, whatever their order: the sum of the SHA-256 of each row, modulo 2^256. Two databases
 * sort text and identifiers differently; their tables are compared by this.
 */
final class ContentDigest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest sha256 = sha256();
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @param line one row as an archive holds it, without the end of the line */
    void add(byte[] line) {
        sum = sum.add(new BigInteger(1, sha256.digest(line))).mod(MODULUS);
        rows++;
    }

    long rows() {
        return rows;
    }

    /** 64 hexadecimal digits. */
    String text() {
        String digits = sum.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }
}
