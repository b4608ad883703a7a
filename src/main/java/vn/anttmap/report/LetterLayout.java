package vn.anttmap.report;

/**
 * The layout of an administrative document that is no choice: Nghị định 30/2020/NĐ-CP, Phụ lục I. Constants named
 * UNVERIFIED are from memory and have still to be checked against the full text.
 */
final class LetterLayout {

    /** A4. */
    static final double PAGE_WIDTH_MM = 210;

    static final double PAGE_HEIGHT_MM = 297;

    static final String COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";

    /** 12 to 13 pt, bold. */
    static final double COUNTRY_POINTS = 13;

    /** 13 to 14 pt, bold. */
    static final double MOTTO_POINTS = 14;

    /** 13 to 14 pt. */
    static final double DATE_POINTS = 14;

    /** 13 to 14 pt. */
    static final double PAGE_NUMBER_POINTS = 13;

    /** At least 6 pt between paragraphs. */
    static final double PARAGRAPH_GAP_POINTS = 6;

    static final double AUTHORITY_POINTS_UNVERIFIED = 13;
    static final double NUMBER_POINTS_UNVERIFIED = 13;
    static final double TITLE_POINTS_UNVERIFIED = 14;
    static final double RECIPIENTS_TITLE_POINTS_UNVERIFIED = 12;
    static final double RECIPIENTS_POINTS_UNVERIFIED = 11;
    static final double SIGNER_POINTS_UNVERIFIED = 14;

    /** Nothing is said of tables; a size that lets five columns stand between the margins. */
    static final double TABLE_POINTS = 12;

    static final double NOTE_POINTS = 12;

    /** How far below the edge of the paper the page number stands, inside the top margin. */
    static final double PAGE_NUMBER_FROM_TOP_MM = 10;

    /** The left part of the head; the country's name needs the larger right one on one line. */
    static final double HEAD_LEFT_PART = 0.4;

    /** Lines left free for a signature. */
    static final int SIGNATURE_LINES = 4;

    static final String END_OF_TEXT = "./.";

    private LetterLayout() {}
}
