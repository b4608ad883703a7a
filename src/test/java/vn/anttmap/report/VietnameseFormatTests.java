package vn.anttmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As the two reports and Phụ lục I write them. */
class VietnameseFormatTests {

    @Test
    void thousandsTakeAPointAndDecimalsAComma() {
        assertThat(VietnameseFormat.number(1500)).isEqualTo("1.500");
        assertThat(VietnameseFormat.number(199_000_000)).isEqualTo("199.000.000");
        assertThat(VietnameseFormat.number(0)).isEqualTo("0");
        assertThat(VietnameseFormat.decimal(8.24)).isEqualTo("8,24");
        assertThat(VietnameseFormat.decimal(1500.5)).isEqualTo("1.500,5");
        assertThat(VietnameseFormat.decimal(12)).isEqualTo("12");
    }

    @Test
    void smallCountsTakeAZero() {
        assertThat(VietnameseFormat.count(1)).isEqualTo("01");
        assertThat(VietnameseFormat.count(9)).isEqualTo("09");
        assertThat(VietnameseFormat.count(10)).isEqualTo("10");
        assertThat(VietnameseFormat.count(1500)).isEqualTo("1.500");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-07-05, 05/7/2023, ngày 05 tháng 7 năm 2023",
        "2023-02-01, 01/02/2023, ngày 01 tháng 02 năm 2023",
        "2019-08-15, 15/8/2019, ngày 15 tháng 8 năm 2019",
        "2018-01-01, 01/01/2018, ngày 01 tháng 01 năm 2018",
        "2019-12-31, 31/12/2019, ngày 31 tháng 12 năm 2019"
    })
    void daysBelowTenAndMonthsOneAndTwoTakeAZero(LocalDate day, String shortForm, String longForm) {
        assertThat(VietnameseFormat.day(day)).isEqualTo(shortForm);
        assertThat(VietnameseFormat.longDay(day)).isEqualTo(longForm);
    }

    @Test
    void namesLoseTheirCapitalInsideASentence() {
        assertThat(VietnameseFormat.inSentence("Thị trấn Quán Lào")).isEqualTo("thị trấn Quán Lào");
        assertThat(VietnameseFormat.inSentence("Đoạn đường tự quản")).isEqualTo("đoạn đường tự quản");
        assertThat(VietnameseFormat.inSentence("TNGT")).isEqualTo("TNGT");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-08-01, 2019-08-31, tháng 8 năm 2019",
        "2020-02-01, 2020-02-29, tháng 2 năm 2020",
        "2019-04-01, 2019-06-30, quý II năm 2019",
        "2019-10-01, 2019-12-31, quý IV năm 2019",
        "2019-01-01, 2019-06-30, 6 tháng đầu năm 2019",
        "2019-07-01, 2019-12-31, 6 tháng cuối năm 2019",
        "2018-01-01, 2018-12-31, năm 2018",
        "2018-01-01, 2019-08-15, từ ngày 01/01/2018 đến ngày 15/8/2019",
        "2019-07-15, 2019-08-14, từ ngày 15/7/2019 đến ngày 14/8/2019",
        "2019-02-01, 2019-04-30, từ ngày 01/02/2019 đến ngày 30/4/2019",
        "2018-12-01, 2019-11-30, từ ngày 01/12/2018 đến ngày 30/11/2019"
    })
    void periodsHaveTheNamesOfReports(LocalDate from, LocalDate to, String name) {
        assertThat(new ReportPeriod(from, to).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"2018-01-01, 2018-12-31, false", "2018-01-01, 2019-01-01, true", "2018-01-01, 2019-08-15, true"})
    void aPeriodOfMoreThanAYearMeetsItselfAYearEarlier(LocalDate from, LocalDate to, boolean overlaps) {
        assertThat(new ReportPeriod(from, to).overlapsYearBefore()).isEqualTo(overlaps);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 45, 'tăng 05 vụ, tương đương 11,11% (cùng kỳ 45 vụ)'",
        "94, 105, 'giảm 11 vụ, tương đương 10,48% (cùng kỳ 105 vụ)'",
        "3, 0, tăng 03 vụ (cùng kỳ 0 vụ)",
        "7, 7, bằng cùng kỳ (cùng kỳ 07 vụ)"
    })
    void changesSayByHowMuchAndFromWhat(long now, long before, String words) {
        assertThat(IncidentPart.change(now, before)).isEqualTo(words);
    }
}
