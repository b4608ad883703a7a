package vn.anttmap.movement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.VietnamTime;

/** What stands below a list: the number of entries and the sums of their amounts, over all pages. */
@Service
public class RegisterSums {

    private final MovementLists lists;
    private final MovementViews views;
    private final Clock clock;

    RegisterSums(MovementLists lists, MovementViews views, Clock clock) {
        this.lists = lists;
        this.views = views;
        this.clock = clock;
    }

    /**
     * @param counted entries that went into the sums
     * @param leftOut entries of the list that did not: they reach out of the period, or no longer stand on {@code onDay}
     * @param onDay the day on which what stands is counted; null in registers of what happened
     * @param amounts sums by field; a field that no entry gives is left out
     */
    public record Sums(int counted, int leftOut, @Nullable LocalDate onDay, Map<String, Amount> amounts) {}

    /** Standing registers are counted on the last day, the others as far as they lie within the period whole. */
    @Transactional(readOnly = true)
    public Sums of(AccountView account, Register register, MovementLists.Question question) {
        List<MovementEntry.Content> listed = lists.all(account, register, question).stream()
                .map(MovementEntry::content)
                .toList();
        LocalDate onDay =
                register.standing() ? (question.to() == null ? VietnamTime.today(clock) : question.to()) : null;
        List<MovementEntry.Content> counted = listed.stream()
                .filter(entry -> onDay == null ? liesWithin(entry, question) : stands(entry, onDay))
                .toList();
        Map<String, Amount> amounts = new LinkedHashMap<>();
        for (MovementEntry.Content entry : counted) {
            EntryDetails details = views.details(entry);
            for (RegisterField field : register.fields()) {
                Amount amount = details.amount(field.name());
                if (amount != null) {
                    amounts.merge(field.name(), amount, Amount::plus);
                }
            }
        }
        return new Sums(counted.size(), listed.size() - counted.size(), onDay, amounts);
    }

    private static boolean stands(MovementEntry.Content entry, LocalDate day) {
        return !entry.firstDay().isAfter(day)
                && (entry.lastDay() == null || !entry.lastDay().isBefore(day));
    }

    private static boolean liesWithin(MovementEntry.Content entry, MovementLists.Question question) {
        LocalDate last = entry.lastDay() == null ? entry.firstDay() : entry.lastDay();
        return (question.from() == null || !entry.firstDay().isBefore(question.from()))
                && (question.to() == null || !last.isAfter(question.to()));
    }
}
