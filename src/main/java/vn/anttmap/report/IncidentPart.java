package vn.anttmap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.incident.HandlingLevel;
import vn.anttmap.incident.IncidentSummary;

/** Tells the figures of incidents in sentences such as communes write, and in tables. */
@Component
class IncidentPart {

    static final String NOT_ENOUGH = "không đủ số liệu";

    private static final int PERCENT = 100;

    private final UnitWords words;

    IncidentPart(UnitWords words) {
        this.words = words;
    }

    List<Block> of(ReportQuestion question, IncidentFigures.Answer figures) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(happened(question, figures)));
        blocks.add(new Block.Paragraph(compared(question, figures)));
        blocks.add(new Block.Paragraph(gravest(figures)));
        blocks.add(new Block.Paragraph(harm(figures)));
        new IncidentTables(words).of(question, figures).forEach(blocks::add);
        return blocks;
    }

    /** "Xảy ra 45 vụ việc liên quan đến ANTT. Trong đó, công an thị trấn đã giải quyết 12 vụ, …". */
    private String happened(ReportQuestion question, IncidentFigures.Answer figures) {
        String start = VietnameseFormat.inSentence(question.period().days());
        String place = "trên địa bàn " + words.name(question.unit());
        long count = figures.period().count();
        if (!figures.covered()) {
            return "Tình hình vụ việc " + start + " " + place + ": " + NOT_ENOUGH
                    + ", vì sổ vụ việc không phủ kín kỳ này trên toàn địa bàn; đã ghi nhận "
                    + VietnameseFormat.count(count) + " vụ, không phải là tổng số vụ xảy ra.";
        }
        String opening = "Trong kỳ (" + start + "), " + place + " ";
        if (count == 0) {
            return opening + "không xảy ra vụ việc liên quan đến ANTT.";
        }
        return opening + "xảy ra " + VietnameseFormat.count(count) + " vụ việc liên quan đến ANTT."
                + handling(question, figures);
    }

    private String handling(ReportQuestion question, IncidentFigures.Answer figures) {
        List<String> parts = new ArrayList<>();
        long open = figures.period().count();
        String settled = "đã giải quyết ";
        for (HandlingLevel level : HandlingLevel.values()) {
            long resolved = count(figures.resolved(), level);
            long transferred = count(figures.transferred(), level);
            open -= resolved + transferred;
            if (resolved > 0) {
                parts.add(words.police(level, question.ground()) + " " + settled + VietnameseFormat.count(resolved)
                        + " vụ");
                settled = "giải quyết ";
            }
        }
        long handedOn = figures.transferred().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (handedOn > 0) {
            parts.add("chuyển cấp trên " + VietnameseFormat.count(handedOn) + " vụ");
        }
        if (open > 0) {
            parts.add("đang xác minh, giải quyết " + VietnameseFormat.count(open) + " vụ");
        }
        return parts.isEmpty() ? "" : " Trong đó, " + String.join(", ", parts) + ".";
    }

    private static long count(Map<HandlingLevel, Long> counts, HandlingLevel level) {
        return counts.getOrDefault(level, 0L);
    }

    private static String compared(ReportQuestion question, IncidentFigures.Answer figures) {
        String start =
                "So với cùng kỳ năm trước (" + question.period().yearBefore().days() + "): ";
        if (!figures.beforeCovered() || !figures.covered()) {
            return start + NOT_ENOUGH + ".";
        }
        IncidentSummary before = figures.before();
        if (before == null) {
            return start + "không so sánh, vì kỳ báo cáo dài hơn một năm nên trùng một phần với cùng kỳ.";
        }
        return start + change(figures.period().count(), before.count()) + ".";
    }

    /** "Tăng 05 vụ (12,5%)", "giảm 11 vụ (10,48%)", "không tăng, không giảm"; each with what it was. */
    static String change(long now, long before) {
        long difference = now - before;
        String was = " (cùng kỳ " + VietnameseFormat.count(before) + " vụ)";
        if (difference == 0) {
            return "bằng cùng kỳ" + was;
        }
        String share = before == 0
                ? ""
                : ", tương đương " + VietnameseFormat.decimal((double) Math.abs(difference) * PERCENT / before) + "%";
        return (difference > 0 ? "tăng " : "giảm ") + VietnameseFormat.count(Math.abs(difference)) + " vụ" + share
                + was;
    }

    /** "Địa bàn không xảy ra trọng án, TNGT đặc biệt nghiêm trọng", only where the registers can know. */
    private static String gravest(IncidentFigures.Answer figures) {
        long major = figures.majorCases();
        long serious = figures.traffic().especiallySerious();
        String unclassified = figures.traffic().unclassified() == 0
                ? ""
                : " (còn " + VietnameseFormat.count(figures.traffic().unclassified())
                        + " vụ TNGT chưa phân loại mức độ)";
        if (!figures.covered()) {
            return "Trọng án, TNGT đặc biệt nghiêm trọng: " + NOT_ENOUGH + "; đã ghi nhận "
                    + VietnameseFormat.count(major) + " trọng án, " + VietnameseFormat.count(serious)
                    + " vụ TNGT đặc biệt nghiêm trọng" + unclassified + ".";
        }
        if (major == 0 && serious == 0) {
            return "Địa bàn không xảy ra trọng án, TNGT đặc biệt nghiêm trọng" + unclassified + ".";
        }
        return "Địa bàn "
                + (major == 0 ? "không xảy ra trọng án" : "xảy ra " + VietnameseFormat.count(major) + " trọng án")
                + ", "
                + (serious == 0
                        ? "không xảy ra TNGT đặc biệt nghiêm trọng"
                        : VietnameseFormat.count(serious) + " vụ TNGT đặc biệt nghiêm trọng")
                + unclassified + ".";
    }

    private static String harm(IncidentFigures.Answer figures) {
        IncidentSummary all = figures.period();
        IncidentFigures.Traffic traffic = figures.traffic();
        String recorded = figures.covered() ? "" : " (theo các vụ đã ghi nhận)";
        return "Tai nạn giao thông" + recorded + ": " + VietnameseFormat.count(traffic.count()) + " vụ, "
                + toll(traffic.dead(), traffic.injured(), traffic.damageDong())
                + trafficBefore(figures, traffic.before())
                + ". Hậu quả của tất cả các vụ việc" + recorded + ": "
                + toll(all.dead(), all.injured(), all.damageDong()) + ".";
    }

    private static String trafficBefore(IncidentFigures.Answer figures, @Nullable Long before) {
        return before == null || !figures.covered()
                ? ""
                : ", " + change(figures.traffic().count(), Objects.requireNonNull(before));
    }

    private static String toll(long dead, long injured, long damageDong) {
        return (dead == 0 ? "không có người chết" : "chết " + VietnameseFormat.count(dead) + " người") + ", "
                + (injured == 0
                        ? "không có người bị thương"
                        : "bị thương " + VietnameseFormat.count(injured) + " người")
                + (damageDong == 0
                        ? ""
                        : ", thiệt hại tài sản khoảng " + VietnameseFormat.number(damageDong) + " đồng");
    }
}
