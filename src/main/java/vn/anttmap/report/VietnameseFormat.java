package vn.anttmap.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;

/** Numbers and days as Vietnamese administrative documents write them, whatever the machine's locale. */
public final class VietnameseFormat {

    private static final int TWO_DIGITS = 10;

    /** Months 1 and 2 take a zero, so that nobody can make 11 or 12 of them. */
    private static final int LAST_MONTH_WITH_ZERO = 2;

    private VietnameseFormat() {}

    /** 1500 is "1.500". */
    public static String number(long value) {
        return format("#,##0").format(value);
    }

    /** 8.24 is "8,24"; at most two decimals. */
    public static String decimal(double value) {
        return format("#,##0.##").format(value);
    }

    /** A count in running text: small ones take a zero in front, as "01 mô hình"; none is "0". */
    public static String count(long value) {
        return value > 0 && value < TWO_DIGITS ? "0" + value : number(value);
    }

    /** 15/8/2019, 04/4/2019, 01/01/2018: days below 10 and months 1 and 2 take a zero. */
    public static String day(LocalDate day) {
        return twoDigits(day.getDayOfMonth()) + "/" + month(day) + "/" + day.getYear();
    }

    /** Ngày 05 tháng 7 năm 2023, in small letters. */
    public static String longDay(LocalDate day) {
        return "ngày " + twoDigits(day.getDayOfMonth()) + " tháng " + month(day) + " năm " + day.getYear();
    }

    /** With a small first letter, for the middle of a sentence: "thị trấn Quán Lào", but "TNGT" as it is. */
    public static String inSentence(String name) {
        return name.length() < 2 || Character.isUpperCase(name.charAt(1))
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** With a capital first letter. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String twoDigits(int value) {
        return value < TWO_DIGITS ? "0" + value : String.valueOf(value);
    }

    private static String month(LocalDate day) {
        int month = day.getMonthValue();
        return month <= LAST_MONTH_WITH_ZERO ? "0" + month : String.valueOf(month);
    }

    private static DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat(pattern, symbols);
    }
}
