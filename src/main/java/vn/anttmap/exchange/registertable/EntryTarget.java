package vn.anttmap.exchange.registertable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.anttmap.access.AccountView;
import vn.anttmap.movement.EntryDraft;
import vn.anttmap.movement.MovementBatch;
import vn.anttmap.movement.MovementKinds;
import vn.anttmap.movement.Register;
import vn.anttmap.movement.RegisterLabels;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Territory;

/** Rows become entries of a register. */
record EntryTarget(
        Register register, MovementBatch batch, MovementKinds kinds, RegisterLabels labels, Territory territory)
        implements TableTarget {

    /** Stands in the history, which people read in Vietnamese. */
    private static final String TAKEN_BACK_REASON = "Rút lại cả bảng đã nhập";

    @Override
    public String key() {
        return register.key();
    }

    @Override
    public List<RegisterColumn> columns() {
        return RegisterColumn.of(register, labels);
    }

    @Override
    public List<String> needed() {
        return List.of(RegisterColumn.TITLE, RegisterColumn.FIRST_DAY);
    }

    @Override
    public RegisterRowReader reader(AccountView account, List<RegisterColumn> columns) {
        return new RegisterRowReader(
                columns, kinds.of(register).values(), labels, new RowUnits(territory, account), null);
    }

    @Override
    public Optional<UserProblem> findProblem(AccountView account, EntryDraft draft) {
        return batch.findProblem(account, register, draft);
    }

    @Override
    public void storeAll(AccountView account, List<MovementBatch.Entry> entries, Runnable also) {
        batch.storeAll(account, register, entries, also);
    }

    @Override
    public void withdrawAll(AccountView account, List<UUID> ids, Runnable also) {
        batch.withdrawAll(account, register, ids, TAKEN_BACK_REASON, also);
    }

    @Override
    public boolean sees(AccountView account, List<UUID> ids) {
        return batch.sees(account, register, ids);
    }
}
