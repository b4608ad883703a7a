package vn.anttmap.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.anttmap.report.Block.Cell;
import vn.anttmap.safety.AreaSafety;
import vn.anttmap.safety.SafetyAssessments;
import vn.anttmap.safety.SafetyStatus;
import vn.anttmap.safety.SafetyYear;
import vn.anttmap.territory.UnitLevel;

/** The yearly title "An toàn về ANTT": always as recognised of all ("đạt/tổng"), as recorded on the day of the report. */
@Component
class SafetyPart {

    private static final Map<UnitLevel, String> NAMES =
            Map.of(UnitLevel.RESIDENTIAL_AREA, "khu dân cư", UnitLevel.COMMUNE, "xã, phường, thị trấn");

    private final SafetyAssessments assessments;

    SafetyPart(SafetyAssessments assessments) {
        this.assessments = assessments;
    }

    private record Result(int year, UnitLevel level, long all, Map<String, Long> byStatus) {

        long of(SafetyStatus status) {
            return byStatus.getOrDefault(status.key(), 0L);
        }

        /** "05/06 khu dân cư". */
        String recognisedOfAll() {
            return of(SafetyStatus.RECOGNISED) + "/" + all + " " + name();
        }

        String name() {
            return NAMES.getOrDefault(level, level.key());
        }
    }

    List<Block> of(ReportQuestion question) {
        List<Block> blocks = new ArrayList<>();
        List<Result> table = new ArrayList<>();
        int last = question.period().to().getYear();
        boolean running = false;
        for (int year = last; year >= last - 1 && assessments.knows(year); year--) {
            if (year == last || running) {
                SafetyYear recorded =
                        assessments.statuses(question.account(), year, question.boundaryDay(), UnitWords.VI);
                LocalDate end = recorded.windows().residentialArea().to();
                running |= question.period().to().isBefore(end);
                List<Result> results = results(question, recorded);
                blocks.add(new Block.Paragraph(
                        sentence(year, results, question.period().to().isBefore(end) ? end : null)));
                table.addAll(results);
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph("Năm " + last + ": chưa có số liệu."));
        }
        if (table.stream().anyMatch(result -> result.all() > 0)) {
            blocks.add(table(table));
        }
        return blocks;
    }

    /** None of a level without areas or without any step on record. */
    private static List<Result> results(ReportQuestion question, SafetyYear recorded) {
        List<Result> results = new ArrayList<>();
        for (UnitLevel level : List.of(UnitLevel.RESIDENTIAL_AREA, UnitLevel.COMMUNE)) {
            List<AreaSafety> areas = recorded.areas().stream()
                    .filter(area -> area.level().equals(level.key())
                            && question.ground().contains(area.id()))
                    .toList();
            if (areas.stream().anyMatch(area -> area.recordedOn() != null)) {
                results.add(new Result(
                        recorded.year(),
                        level,
                        areas.size(),
                        areas.stream()
                                .map(AreaSafety::status)
                                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))));
            }
        }
        return results;
    }

    private static String sentence(
            int year, List<Result> results, @org.jspecify.annotations.Nullable LocalDate stillRunningTo) {
        if (results.isEmpty()) {
            return "Năm " + year + ": chưa có số liệu.";
        }
        String recognised = "Năm " + year + ": "
                + results.stream().map(Result::recognisedOfAll).collect(Collectors.joining(", "))
                + " được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”";
        return stillRunningTo == null
                ? recognised + "."
                : recognised + " (kỳ xét đến hết ngày " + VietnameseFormat.day(stillRunningTo) + ", chưa kết thúc).";
    }

    private static Block.Table table(List<Result> results) {
        return new Block.Table(
                "Bảng 7. Kết quả xét công nhận “An toàn về ANTT”",
                List.of("Đối tượng", "Năm", "Tổng số", "Đạt", "Chưa đạt", "Chưa quyết định", "Không xét"),
                results.stream()
                        .map(result -> {
                            long decided = result.of(SafetyStatus.RECOGNISED)
                                    + result.of(SafetyStatus.NOT_RECOGNISED)
                                    + result.of(SafetyStatus.NOT_CONSIDERED);
                            return List.of(
                                    Cell.of(VietnameseFormat.capital(result.name())),
                                    new Cell(String.valueOf(result.year()), result.year()),
                                    Cell.of(result.all()),
                                    Cell.of(result.of(SafetyStatus.RECOGNISED)),
                                    Cell.of(result.of(SafetyStatus.NOT_RECOGNISED)),
                                    Cell.of(result.all() - decided),
                                    Cell.of(result.of(SafetyStatus.NOT_CONSIDERED)));
                        })
                        .toList(),
                null);
    }
}
