package vn.anttmap.report;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.NewState;
import vn.anttmap.territory.Territory;

/** What officers write into reports beside the figures: read by all who read the map, versioned, never lost. */
@Service
class ReportTexts {

    static final int LONGEST = 10_000;

    private static final int PREDECESSORS = 20;

    private final ReportTextTable table;
    private final Territory territory;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ReportTexts(
            ReportTextTable table,
            Territory territory,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.territory = territory;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The text of each section that has one. */
    Map<ReportSection, String> of(long unitId, ReportPeriod period) {
        return table.find(unitId, period)
                .map(head -> table.sections(head.id(), head.version()))
                .orElse(Map.of());
    }

    /** @throws UserProblem if the account may not read, or does not see the unit */
    @Transactional(readOnly = true)
    public ReportTextView get(AccountView account, long unitId, ReportPeriod period) {
        account.require(Right.READ_MAP);
        territory.get(account, unitId);
        return view(account, unitId, period);
    }

    /** Every state of the text, oldest first. */
    @Transactional(readOnly = true)
    public List<ReportTextView.Entry> history(AccountView account, long unitId, ReportPeriod period) {
        account.require(Right.READ_MAP);
        territory.get(account, unitId);
        return table.find(unitId, period)
                .map(head -> table.versions(head.id()).stream()
                        .map(version -> new ReportTextView.Entry(
                                version.version(),
                                version.recordedAt(),
                                version.recordedBy(),
                                byKey(table.sections(head.id(), version.version()))))
                        .toList())
                .orElse(List.of());
    }

    /**
     * Writes the text of all sections. The same text again changes nothing.
     *
     * @param texts by the keys of the sections; an empty or missing one empties its section
     * @param basedOn the version that was read; needed once there is one
     * @throws UserProblem if the account may not write, or somebody else was faster
     */
    ReportTextView put(
            AccountView account,
            long unitId,
            ReportPeriod period,
            Map<String, @Nullable String> texts,
            @Nullable Long basedOn) {
        account.require(Right.SUBMIT_ASSESSMENTS);
        territory.get(account, unitId);
        Map<ReportSection, String> checked = checked(texts);
        try {
            return java.util.Objects.requireNonNull(
                    transactions.execute(status -> store(account, unitId, period, checked, basedOn)));
        } catch (DuplicateKeyException | OptimisticLockingFailureException faster) {
            ReportTextView current = view(account, unitId, period);
            throw UserProblem.of(Kind.STALE, "report-text-changed", current.version())
                    .with("current", current);
        }
    }

    private ReportTextView store(
            AccountView account,
            long unitId,
            ReportPeriod period,
            Map<ReportSection, String> texts,
            @Nullable Long basedOn) {
        Optional<ReportTextTable.Head> head = table.find(unitId, period);
        if (head.isPresent()
                && table.sections(head.get().id(), head.get().version()).equals(texts)) {
            return view(account, unitId, period);
        }
        long id;
        long version;
        if (head.isEmpty()) {
            if (basedOn != null && basedOn != 0) {
                throw new OptimisticLockingFailureException("there is no version " + basedOn);
            }
            id = table.add(unitId, period);
            version = 1;
        } else {
            if (basedOn == null) {
                throw UserProblem.of(
                        Kind.VERSION_REQUIRED, "version-required", head.get().version());
            }
            id = head.get().id();
            version = basedOn + 1;
            if (!table.advance(id, basedOn)) {
                throw new OptimisticLockingFailureException("version " + basedOn + " is not the present one");
            }
        }
        // Databases keep microseconds, and what is read back has to be what was written.
        table.addVersion(
                id,
                new ReportTextTable.Version(
                        version, clock.instant().truncatedTo(ChronoUnit.MICROS), account.username()),
                texts);
        events.publishEvent(new ReportTextWritten(account, unitId, period.from(), period.to(), version));
        return view(account, unitId, period);
    }

    private ReportTextView view(AccountView account, long unitId, ReportPeriod period) {
        Optional<ReportTextTable.Head> head = table.find(unitId, period);
        Optional<ReportTextTable.Version> newest = head.map(ReportTextTable.Head::id)
                .map(table::versions)
                .map(versions -> versions.get(versions.size() - 1));
        return new ReportTextView(
                unitId,
                period.from(),
                period.to(),
                head.map(ReportTextTable.Head::version).orElse(0L),
                byKey(of(unitId, period)),
                newest.map(ReportTextTable.Version::recordedAt).orElse(null),
                newest.map(ReportTextTable.Version::recordedBy).orElse(null),
                proposal(unitId, period).orElse(null),
                account.has(Right.SUBMIT_ASSESSMENTS));
    }

    /** The last report that ended before this one ends, of the unit or of what it was before. */
    private Optional<ReportTextView.Proposal> proposal(long unitId, ReportPeriod period) {
        return table.findLastBefore(unitAndPredecessors(unitId), period.to())
                .map(last -> new ReportTextView.Proposal(
                        last.period().from(), last.period().to(), byKey(table.sections(last.id(), last.version()))));
    }

    /** Only where one unit followed one: the text of a part does not speak for the whole. */
    private Set<Long> unitAndPredecessors(long unitId) {
        Set<Long> line = new LinkedHashSet<>();
        long next = unitId;
        while (line.size() < PREDECESSORS && line.add(next)) {
            List<Territory.Related> before = territory.predecessors(next).stream()
                    .filter(related -> !related.change().equals(NewState.PART))
                    .toList();
            if (before.size() == 1) {
                next = before.get(0).unit().id();
            }
        }
        return line;
    }

    private static Map<ReportSection, String> checked(Map<String, @Nullable String> texts) {
        Map<ReportSection, String> checked = new EnumMap<>(ReportSection.class);
        texts.forEach((key, given) -> {
            ReportSection section = ReportSection.ofKey(key);
            String text = given == null ? "" : given;
            if (!VietnameseText.storable(text)) {
                throw UserProblem.of(Kind.INVALID, "text-unreadable", key).at(key, null);
            }
            String stored = VietnameseText.nfc(text.replace("\r\n", "\n").strip());
            if (stored.length() > LONGEST) {
                throw UserProblem.of(Kind.INVALID, "text-too-long", key, LONGEST)
                        .at(key, null);
            }
            if (!stored.isEmpty()) {
                checked.put(section, stored);
            }
        });
        return checked;
    }

    private static Map<String, String> byKey(Map<ReportSection, String> texts) {
        Map<String, String> byKey = new LinkedHashMap<>();
        texts.forEach((section, text) -> byKey.put(section.key(), text));
        return byKey;
    }
}
