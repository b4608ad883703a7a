package vn.anttmap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.anttmap.incident.HandlingLevel;
import vn.anttmap.incident.IncidentSummary;
import vn.anttmap.report.Block.Cell;
import vn.anttmap.report.Block.Table;

/** The figures of incidents as tables: by category, severity, handling, harm and place. */
final class IncidentTables {

    private static final String TOTAL = "Tổng số";
    private static final String BEFORE = "Cùng kỳ năm trước";
    private static final String CHANGE = "Tăng (+), giảm (−)";

    private static final Map<String, String> SCALES = Map.of(
            "crime", "Tội phạm, vi phạm pháp luật",
            "traffic", "Tai nạn giao thông",
            "fire", "Cháy, nổ");

    private final UnitWords words;

    IncidentTables(UnitWords words) {
        this.words = words;
    }

    /** Nothing where nothing is on record. */
    List<Table> of(ReportQuestion question, IncidentFigures.Answer figures) {
        if (figures.period().count() == 0) {
            return List.of();
        }
        List<Table> tables = new ArrayList<>();
        tables.add(byCategory(figures));
        if (!figures.period().bySeverity().isEmpty()) {
            tables.add(bySeverity(figures));
        }
        tables.add(byHandling(question, figures));
        tables.add(harm(figures));
        if (!figures.parts().isEmpty()) {
            tables.add(byPart(figures));
        }
        return tables;
    }

    private static Table byCategory(IncidentFigures.Answer figures) {
        IncidentSummary before = figures.before();
        List<List<Cell>> rows = new ArrayList<>();
        for (IncidentSummary.CategoryCount entry : figures.period().byCategory()) {
            rows.add(compared(
                    List.of(Cell.of(entry.name()), Cell.of(entry.count()), Cell.of(entry.personsInvolved())),
                    entry.count(),
                    before == null ? null : before(before, entry.category())));
        }
        if (before != null) {
            before.byCategory().stream()
                    .filter(entry -> figures.period().byCategory().stream()
                            .noneMatch(now -> now.category().equals(entry.category())))
                    .forEach(entry -> rows.add(
                            compared(List.of(Cell.of(entry.name()), Cell.of(0), Cell.of(0)), 0, entry.count())));
        }
        rows.add(compared(
                List.of(
                        Cell.of(TOTAL),
                        Cell.of(figures.period().count()),
                        Cell.of(figures.period().personsInvolved())),
                figures.period().count(),
                before == null ? null : before.count()));
        return new Table(
                "Bảng 1. Vụ việc theo loại",
                columns(before != null, "Loại vụ việc", number(figures), "Số đối tượng"),
                rows,
                missing(figures));
    }

    private static long before(IncidentSummary before, String category) {
        return before.byCategory().stream()
                .filter(entry -> entry.category().equals(category))
                .mapToLong(IncidentSummary.CategoryCount::count)
                .sum();
    }

    private static Table bySeverity(IncidentFigures.Answer figures) {
        return new Table(
                "Bảng 2. Vụ việc theo mức độ",
                List.of("Nhóm", "Mức độ", number(figures)),
                figures.period().bySeverity().stream()
                        .map(entry -> {
                            String name = entry.name();
                            return List.of(
                                    Cell.of(SCALES.getOrDefault(entry.scale(), entry.scale())),
                                    Cell.of(name == null ? "Chưa phân loại" : name),
                                    Cell.of(entry.count()));
                        })
                        .toList(),
                null);
    }

    private Table byHandling(ReportQuestion question, IncidentFigures.Answer figures) {
        List<List<Cell>> rows = new ArrayList<>();
        long[] sums = new long[3];
        for (HandlingLevel level : HandlingLevel.values()) {
            long all = figures.handled().getOrDefault(level, 0L);
            if (all > 0) {
                long resolved = figures.resolved().getOrDefault(level, 0L);
                long transferred = figures.transferred().getOrDefault(level, 0L);
                rows.add(handling(
                        VietnameseFormat.capital(words.police(level, question.ground())), all, resolved, transferred));
                sums[0] += all;
                sums[1] += resolved;
                sums[2] += transferred;
            }
        }
        rows.add(handling(TOTAL, sums[0], sums[1], sums[2]));
        return new Table(
                "Bảng 3. Kết quả giải quyết theo cấp",
                List.of("Đơn vị thụ lý", number(figures), "Đã giải quyết", "Chuyển cấp trên", "Đang giải quyết"),
                rows,
                null);
    }

    private static List<Cell> handling(String name, long all, long resolved, long transferred) {
        return List.of(
                Cell.of(name),
                Cell.of(all),
                Cell.of(resolved),
                Cell.of(transferred),
                Cell.of(all - resolved - transferred));
    }

    private static Table harm(IncidentFigures.Answer figures) {
        IncidentSummary now = figures.period();
        IncidentSummary before = figures.before();
        IncidentFigures.Traffic traffic = figures.traffic();
        return new Table(
                "Bảng 4. Hậu quả",
                columns(before != null, "Hậu quả", "Tất cả vụ việc", "Trong đó TNGT"),
                List.of(
                        harm("Người chết", now.dead(), traffic.dead(), before == null ? null : before.dead()),
                        harm(
                                "Người bị thương",
                                now.injured(),
                                traffic.injured(),
                                before == null ? null : before.injured()),
                        harm(
                                "Thiệt hại tài sản (đồng)",
                                now.damageDong(),
                                traffic.damageDong(),
                                before == null ? null : before.damageDong())),
                missing(figures));
    }

    private static List<Cell> harm(String name, long all, long traffic, @Nullable Long before) {
        return compared(List.of(Cell.of(name), Cell.of(all), Cell.of(traffic)), all, before);
    }

    /** What is on record stands in a column of its own where a register is not complete. */
    private static Table byPart(IncidentFigures.Answer figures) {
        boolean complete = figures.parts().stream().allMatch(part -> part.count() != null);
        List<List<Cell>> rows = new ArrayList<>();
        for (IncidentFigures.PartCount part : figures.parts()) {
            Long count = part.count();
            rows.add(part(
                    part.unit().fullName(),
                    count == null ? Cell.of(IncidentPart.NOT_ENOUGH) : Cell.of(count),
                    part.recorded(),
                    complete));
        }
        if (figures.inNoPart() > 0) {
            rows.add(part(
                    "Chưa xác định được địa bàn",
                    complete ? Cell.of(figures.inNoPart()) : Cell.of("–"),
                    figures.inNoPart(),
                    complete));
        }
        return new Table(
                "Bảng 5. Vụ việc theo địa bàn",
                complete ? List.of("Địa bàn", "Số vụ") : List.of("Địa bàn", "Số vụ", "Số vụ đã ghi nhận"),
                rows,
                null);
    }

    private static List<Cell> part(String name, Cell count, long recorded, boolean complete) {
        return complete ? List.of(Cell.of(name), count) : List.of(Cell.of(name), count, Cell.of(recorded));
    }

    private static List<String> columns(boolean compared, String... first) {
        List<String> columns = new ArrayList<>(List.of(first));
        if (compared) {
            columns.add(BEFORE);
            columns.add(CHANGE);
        }
        return columns;
    }

    private static List<Cell> compared(List<Cell> first, long now, @Nullable Long before) {
        List<Cell> cells = new ArrayList<>(first);
        if (before != null) {
            cells.add(Cell.of(before));
            cells.add(Cell.difference(now - before));
        }
        return cells;
    }

    private static String number(IncidentFigures.Answer figures) {
        return figures.covered() ? "Số vụ" : "Số vụ đã ghi nhận";
    }

    private static @Nullable String missing(IncidentFigures.Answer figures) {
        if (!figures.covered()) {
            return "Không đủ số liệu: sổ vụ việc không phủ kín kỳ này.";
        }
        if (!figures.beforeCovered()) {
            return "Cùng kỳ năm trước: " + IncidentPart.NOT_ENOUGH + ".";
        }
        return figures.before() == null ? "Không so sánh với cùng kỳ: kỳ báo cáo dài hơn một năm." : null;
    }
}
