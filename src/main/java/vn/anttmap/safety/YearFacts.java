package vn.anttmap.safety;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;

/** What the papers of one area's year say, as they stand now. */
@Service
public class YearFacts {

    private final AssessmentRecords records;
    private final YearLog log;
    private final Territory territory;

    YearFacts(AssessmentRecords records, YearLog log, Territory territory) {
        this.records = records;
        this.log = log;
        this.territory = territory;
    }

    /**
     * The facts of the steps; null for what was not written down.
     *
     * @param householdsTotal households that live in the area
     * @param householdsRegistered those of them that signed up
     * @param signer title and name of the official who signed the decision
     * @param certificateNumber of the Giấy công nhận
     */
    public record Facts(
            SafetyStatus status,
            @Nullable Integer householdsTotal,
            @Nullable Integer householdsRegistered,
            @Nullable String decisionNumber,
            @Nullable LocalDate decisionDate,
            @Nullable String signer,
            @Nullable String certificateNumber) {}

    /** @throws vn.anttmap.problem.UserProblem if the account may not see the area */
    @Transactional(readOnly = true)
    public Facts of(AccountView account, int year, long areaId) {
        account.require(Right.READ_MAP);
        Unit unit = territory.get(account, areaId);
        YearHistory history =
                records.find(unit, year).map(found -> log.of(found.id())).orElse(YearHistory.NONE);
        SafetyStatus status = history.status();
        return new Facts(
                status,
                history.latest(SafetyStatus.REGISTERED, StepFacts::householdsTotal),
                history.latest(SafetyStatus.REGISTERED, StepFacts::householdsRegistered),
                history.latest(status, StepFacts::decisionNumber),
                history.latest(status, StepFacts::decisionDate),
                history.latest(status, StepFacts::signer),
                history.latest(status, StepFacts::certificateNumber));
    }
}
