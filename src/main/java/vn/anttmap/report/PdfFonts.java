package vn.anttmap.report;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Liberation Serif, which is as wide as Times New Roman letter by letter, has all Vietnamese letters and may be embedded
 * (SIL Open Font License). It travels inside openpdf-fonts-extra.
 */
public final class PdfFonts {

    private static final BaseFont PLAIN = load("Regular");
    private static final BaseFont BOLD = load("Bold");
    private static final BaseFont ITALIC = load("Italic");
    private static final BaseFont BOLD_ITALIC = load("BoldItalic");

    private PdfFonts() {}

    public static Font plain(double points) {
        return new Font(PLAIN, (float) points);
    }

    public static Font bold(double points) {
        return new Font(BOLD, (float) points);
    }

    public static Font italic(double points) {
        return new Font(ITALIC, (float) points);
    }

    public static Font boldItalic(double points) {
        return new Font(BOLD_ITALIC, (float) points);
    }

    private static BaseFont load(String style) {
        try {
            return BaseFont.createFont(
                    "liberation/LiberationSerif-" + style + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException("the fonts of openpdf-fonts-extra are not on the class path", e);
        }
    }
}
