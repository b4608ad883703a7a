package vn.anttmap.report;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What an office may choose in the layout of a document, inside the limits of Nghị định 30/2020/NĐ-CP, Phụ lục I.
 *
 * @param topMm top margin, 20 to 25 mm
 * @param bottomMm bottom margin, 20 to 25 mm
 * @param leftMm left margin, 30 to 35 mm
 * @param rightMm right margin, 15 to 20 mm
 * @param bodyPoints size of the running text, 13 or 14 pt (limits from memory, to be checked)
 * @param firstLineMm indent of a paragraph's first line, 10 to 12.7 mm (from memory, to be checked)
 * @param lineSpacing lines, 1 to 1.5
 * @param codeOfType what stands behind the number of a report (from memory, to be checked)
 * @param signer office of whoever signs, in capitals (from memory, to be checked)
 */
@Validated
@ConfigurationProperties("anttmap.report")
record ReportSettings(
        @DecimalMin("20") @DecimalMax("25") double topMm,
        @DecimalMin("20") @DecimalMax("25") double bottomMm,
        @DecimalMin("30") @DecimalMax("35") double leftMm,
        @DecimalMin("15") @DecimalMax("20") double rightMm,
        @DecimalMin("13") @DecimalMax("14") double bodyPoints,
        @DecimalMin("10") @DecimalMax("12.7") double firstLineMm,
        @DecimalMin("1") @DecimalMax("1.5") double lineSpacing,
        @NotBlank String codeOfType,
        @NotBlank String signer) {

    /** Width of A4 between the margins. */
    double textWidthMm() {
        return LetterLayout.PAGE_WIDTH_MM - leftMm - rightMm;
    }
}
