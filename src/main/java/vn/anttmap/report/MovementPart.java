package vn.anttmap.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.geo.Feature;
import vn.anttmap.movement.SecurityTeams;
import vn.anttmap.report.Block.Cell;

/** What the movement did: outreach, tips, teams and models, commendations, drives. Without an entry: "chưa có số liệu". */
@Component
class MovementPart {

    static final String NO_FIGURES = "Chưa có số liệu.";

    private final SecurityTeams teams;

    MovementPart(SecurityTeams teams) {
        this.teams = teams;
    }

    /** @param section one of the sections of the movement */
    List<Block> of(ReportSection section, ReportQuestion question, ReportedMovement.Answer figures) {
        return switch (section) {
            case LEADERSHIP -> {
                ReportedMovement.Leadership leadership = figures.leadership();
                yield leadership == null ? List.of() : paragraph(leadership, MovementSentences::leadership);
            }
            case OUTREACH -> paragraph(figures.outreach(), MovementSentences::outreach);
            case TIPS -> paragraph(figures.tips(), MovementSentences::tips);
            case FORCES -> forces(question, figures.models());
            case COMMENDATIONS -> paragraph(figures.commendations(), MovementSentences::commendations);
            case DIRECTION -> {
                List<ReportedMovement.Drive> drives = figures.drives();
                yield drives == null || drives.isEmpty() ? List.of() : paragraph(drives, MovementSentences::drives);
            }
            default -> List.of();
        };
    }

    private static <T> List<Block> paragraph(@Nullable T figures, Function<T, String> words) {
        return List.of(new Block.Paragraph(figures == null ? NO_FIGURES : words.apply(figures)));
    }

    private record Force(int teams, long members) {

        Force plus(@Nullable Object memberCount) {
            return new Force(teams + 1, members + (memberCount instanceof Number number ? number.longValue() : 0));
        }
    }

    private List<Block> forces(ReportQuestion question, @Nullable List<ReportedMovement.Model> models) {
        Map<String, Force> byKind = new LinkedHashMap<>();
        for (Feature team :
                teams.features(question.account(), question.boundaryDay(), question.ground(), null, UnitWords.VI)) {
            String kind = String.valueOf(team.properties().get("kindLabel"));
            byKind.put(
                    kind,
                    byKind.getOrDefault(kind, new Force(0, 0))
                            .plus(team.properties().get("memberCount")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(byKind.isEmpty() ? "Lực lượng ở cơ sở: chưa có số liệu." : teams(byKind)));
        blocks.add(
                new Block.Paragraph(models == null ? "Mô hình: chưa có số liệu." : MovementSentences.models(models)));
        if (!byKind.isEmpty()) {
            blocks.add(new Block.Table(
                    "Bảng 6. Lực lượng ở cơ sở",
                    List.of("Loại hình", "Số tổ, đội", "Số thành viên"),
                    byKind.entrySet().stream()
                            .map(entry -> List.of(
                                    Cell.of(entry.getKey()),
                                    Cell.of(entry.getValue().teams()),
                                    Cell.of(entry.getValue().members())))
                            .toList(),
                    null));
        }
        return blocks;
    }

    private static String teams(Map<String, Force> byKind) {
        return "Trên địa bàn duy trì "
                + byKind.entrySet().stream()
                        .map(entry -> VietnameseFormat.count(entry.getValue().teams()) + " "
                                + VietnameseFormat.inSentence(entry.getKey())
                                + (entry.getValue().members() == 0
                                        ? ""
                                        : " ("
                                                + VietnameseFormat.count(
                                                        entry.getValue().members()) + " thành viên)"))
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
