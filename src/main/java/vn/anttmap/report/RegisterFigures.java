package vn.anttmap.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.movement.Amount;
import vn.anttmap.movement.MovementEntryView;
import vn.anttmap.movement.MovementFigures;
import vn.anttmap.territory.Ground;

/**
 * What the registers of the movement say, for a report. The registers do not know whether they are complete, so an empty
 * one is "chưa có số liệu" and never none.
 */
@Component
class RegisterFigures implements ReportedMovement {

    private static final Map<String, String> RECIPIENTS =
            Map.of("collective", "tập thể", "individual", "cá nhân", "household", "hộ gia đình");

    private static final List<String> RECIPIENT_ORDER = List.of("collective", "individual", "household");

    private final MovementFigures registers;

    RegisterFigures(MovementFigures registers) {
        this.registers = registers;
    }

    @Override
    public Answer of(AccountView account, Ground ground, ReportPeriod period) {
        MovementFigures.Sums sums = registers.of(account, ground, period.from(), period.to(), UnitWords.VI);
        return new Answer(
                leadership(sums),
                unlessEmpty(sums.outreach().stream()
                        .map(line -> new Outreach(
                                VietnameseFormat.inSentence(line.kindName()),
                                line.sessions(),
                                line.countingWord(),
                                line.attendances()))
                        .toList()),
                sums.tips() == null
                        ? null
                        : new Tips(
                                sums.tips().tips(),
                                sums.tips().valuable(),
                                sums.tips().subjects()),
                unlessEmpty(sums.models().stream()
                        .map(model -> new Model(model.kindName(), model.standing(), model.founded()))
                        .toList()),
                unlessEmpty(commendations(sums.commendations())),
                unlessEmpty(Stream.concat(sums.drives().stream(), sums.drivesAhead().stream())
                        .map(RegisterFigures::drive)
                        .toList()));
    }

    private static @Nullable Leadership leadership(MovementFigures.Sums sums) {
        Leadership leadership =
                new Leadership(titles(sums.basisDocuments()), titles(sums.committees()), titles(sums.events()));
        return leadership.empty() ? null : leadership;
    }

    private static List<String> titles(List<MovementEntryView> entries) {
        return entries.stream().map(MovementEntryView::title).toList();
    }

    /** One line for each giver and form, whoever was honoured. */
    private static List<Commendation> commendations(List<MovementFigures.Commendations> given) {
        Map<List<String>, List<Honoured>> lines = new LinkedHashMap<>();
        List<MovementFigures.Commendations> ordered = given.stream()
                .sorted(Comparator.comparingInt(each -> RECIPIENT_ORDER.indexOf(each.recipient())))
                .toList();
        for (MovementFigures.Commendations each : ordered) {
            String by = each.givenBy() == null ? "Cấp có thẩm quyền" : each.givenBy();
            lines.computeIfAbsent(List.of(by, each.kindName()), key -> new ArrayList<>())
                    .add(new Honoured(RECIPIENTS.getOrDefault(each.recipient(), each.recipient()), each.awards()));
        }
        return lines.entrySet().stream()
                .map(line ->
                        new Commendation(line.getKey().get(0), line.getKey().get(1), List.copyOf(line.getValue())))
                .toList();
    }

    private static Drive drive(MovementFigures.Drive drive) {
        Amount contents = drive.contentCount();
        return new Drive(drive.title(), contents == null ? null : (int) contents.value());
    }

    private static <T> @Nullable List<T> unlessEmpty(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
