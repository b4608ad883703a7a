package vn.anttmap.movement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Ground;

/** What the registers come to on a ground in a period. */
@Service
public class MovementFigures {

    private final MovementLists lists;
    private final MovementViews views;
    private final MovementKinds kinds;

    MovementFigures(MovementLists lists, MovementViews views, MovementKinds kinds) {
        this.lists = lists;
        this.views = views;
        this.kinds = kinds;
    }

    /**
     * Outreach of one kind.
     *
     * @param countingWord cuộc, đợt, buổi …
     * @param attendances null where no entry gives any
     */
    public record Outreach(
            String kind,
            String kindName,
            String countingWord,
            Amount sessions,
            @Nullable Amount attendances) {}

    /**
     * @param valuable null where no entry says how many were
     * @param subjects what they were about, as recorded
     */
    public record Tips(Amount tips, @Nullable Amount valuable, List<String> subjects) {}

    /**
     * Models of one kind on the last day of the period.
     *
     * @param founded those of them that began within the period
     */
    public record Models(String kind, String kindName, String countingWord, long standing, long founded) {}

    /** @param awards null where no entry gives a number */
    public record Commendations(
            String kindName,
            String recipient,
            String level,
            @Nullable String givenBy,
            @Nullable Amount awards) {}

    /** @param contentCount as recorded, or the number of contents listed; null where neither is known */
    public record Drive(
            String title,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String launchedBy,
            @Nullable Amount contentCount,
            List<String> contents,
            @Nullable Amount pledges) {}

    /**
     * @param tips null where none are recorded
     * @param notSplit entries that reach out of the period on either side and are therefore counted nowhere
     * @param drivesAhead drives that begin after the period's last day and not more than a year later
     */
    public record Sums(
            List<Outreach> outreach,
            @Nullable Tips tips,
            List<Models> models,
            List<Commendations> commendations,
            List<Drive> drives,
            List<Drive> drivesAhead,
            List<MovementEntryView> events,
            List<MovementEntryView> committees,
            List<MovementEntryView> basisDocuments,
            int notSplit) {}

    /**
     * @param ground on the period's last day
     * @param from first day
     * @param to last day, included
     */
    @Transactional(readOnly = true)
    public Sums of(AccountView account, Ground ground, LocalDate from, LocalDate to, Locale locale) {
        Period period = new Period(from, to);
        MovementLists.Question inPeriod = new MovementLists.Question(from, to, ground);
        MovementLists.Question onLastDay = new MovementLists.Question(to, to, ground);
        MovementLists.Question ahead = new MovementLists.Question(to.plusDays(1), to.plusYears(1), ground);
        List<MovementEntry.Content> outreach = contents(lists.all(account, Register.OUTREACH, inPeriod));
        List<MovementEntry.Content> tips = contents(lists.all(account, Register.TIPS, inPeriod));
        List<MovementEntry.Content> awards = contents(lists.all(account, Register.COMMENDATIONS, inPeriod));
        long notSplit = List.of(outreach, tips, awards).stream()
                .flatMap(List::stream)
                .filter(entry -> !period.holds(entry))
                .count();
        return new Sums(
                outreach(outreach.stream().filter(period::holds).toList(), locale),
                tips(tips.stream().filter(period::holds).toList()),
                models(contents(lists.all(account, Register.MODELS, onLastDay)), period, locale),
                commendations(awards.stream().filter(period::holds).toList(), locale),
                drives(
                        contents(lists.all(account, Register.DRIVES, inPeriod)),
                        entry -> !entry.firstDay().isAfter(to)),
                drives(
                        contents(lists.all(account, Register.DRIVES, ahead)),
                        entry -> entry.firstDay().isAfter(to)),
                views.of(lists.all(account, Register.EVENTS, inPeriod), locale),
                views.of(lists.all(account, Register.COMMITTEES, onLastDay), locale),
                views.of(lists.all(account, Register.BASIS_DOCUMENTS, onLastDay), locale),
                (int) notSplit);
    }

    /**
     * Models that stood in a ground on its day, as far as they were on record by the end of a past day.
     *
     * @param asOf day in Vietnam
     */
    @Transactional(readOnly = true)
    public int standingModels(AccountView account, Ground ground, LocalDate asOf) {
        return lists.standing(account, Register.MODELS, ground, asOf);
    }

    private record Period(LocalDate from, LocalDate to) {

        boolean holds(MovementEntry.Content entry) {
            LocalDate last = entry.lastDay() == null ? entry.firstDay() : entry.lastDay();
            return !entry.firstDay().isBefore(from) && !last.isAfter(to);
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private List<Outreach> outreach(List<MovementEntry.Content> entries, Locale locale) {
        List<Outreach> sums = new ArrayList<>();
        kinds.of(Register.OUTREACH).forEach((code, kind) -> {
            List<EntryDetails> own = details(entries, code);
            if (!own.isEmpty()) {
                Amount sessions = sum(own, "sessions");
                sums.add(new Outreach(
                        code,
                        kind.name(locale),
                        kind.countingWord(),
                        sessions == null ? Amount.NONE : sessions,
                        sum(own, "attendances")));
            }
        });
        return sums;
    }

    private @Nullable Tips tips(List<MovementEntry.Content> entries) {
        List<EntryDetails> details = entries.stream().map(views::details).toList();
        Amount tips = sum(details, "tips");
        return tips == null
                ? null
                : new Tips(
                        tips,
                        sum(details, "valuable"),
                        details.stream()
                                .map(entry -> entry.text("subject"))
                                .filter(java.util.Objects::nonNull)
                                .distinct()
                                .toList());
    }

    private List<Models> models(List<MovementEntry.Content> entries, Period period, Locale locale) {
        List<Models> counts = new ArrayList<>();
        kinds.of(Register.MODELS).forEach((code, kind) -> {
            List<MovementEntry.Content> own =
                    entries.stream().filter(entry -> entry.kind().equals(code)).toList();
            if (!own.isEmpty()) {
                counts.add(new Models(
                        code,
                        kind.name(locale),
                        kind.countingWord(),
                        own.size(),
                        own.stream()
                                .filter(entry -> period.holds(entry.firstDay()))
                                .count()));
            }
        });
        return counts;
    }

    private List<Commendations> commendations(List<MovementEntry.Content> entries, Locale locale) {
        Map<String, MovementKind> known = kinds.of(Register.COMMENDATIONS);
        Map<List<@Nullable String>, List<EntryDetails>> groups = new LinkedHashMap<>();
        for (MovementEntry.Content entry : entries) {
            EntryDetails details = views.details(entry);
            MovementKind kind = known.get(entry.kind());
            List<@Nullable String> group = new ArrayList<>();
            group.add(kind == null ? entry.kind() : kind.name(locale));
            group.add(details.text("recipient"));
            group.add(details.text("level"));
            group.add(details.text("givenBy"));
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(details);
        }
        return groups.entrySet().stream()
                .map(group -> new Commendations(
                        String.valueOf(group.getKey().get(0)),
                        String.valueOf(group.getKey().get(1)),
                        String.valueOf(group.getKey().get(2)),
                        group.getKey().get(3),
                        sum(group.getValue(), "awards")))
                .toList();
    }

    private List<Drive> drives(
            List<MovementEntry.Content> entries, java.util.function.Predicate<MovementEntry.Content> wanted) {
        return entries.stream()
                .filter(wanted)
                .map(entry -> {
                    EntryDetails details = views.details(entry);
                    List<String> contents = details.lines("contents");
                    Amount recorded = details.amount("contentCount");
                    return new Drive(
                            entry.title(),
                            entry.firstDay(),
                            entry.lastDay(),
                            details.text("launchedBy"),
                            recorded != null || contents.isEmpty() ? recorded : Amount.exactly(contents.size()),
                            contents,
                            details.amount("pledges"));
                })
                .toList();
    }

    private List<EntryDetails> details(List<MovementEntry.Content> entries, String kind) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(views::details)
                .toList();
    }

    private static List<MovementEntry.Content> contents(List<MovementEntry> entries) {
        return entries.stream().map(MovementEntry::content).toList();
    }

    /** Null where no entry gives the figure. */
    private static @Nullable Amount sum(List<EntryDetails> entries, String field) {
        Amount sum = null;
        for (EntryDetails entry : entries) {
            Amount amount = entry.amount(field);
            if (amount != null) {
                sum = sum == null ? amount : sum.plus(amount);
            }
        }
        return sum;
    }
}
