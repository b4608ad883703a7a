package vn.anttmap.audit;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;

/**
 * An entry to be added; time and address are the trail's own business.
 *
 * @param incidentIds the incidents it speaks of; each is found by the entry's search
 */
record NewEntry(
        String username,
        @Nullable Role role,
        AuditAction action,
        @Nullable String subjectKind,
        @Nullable String subjectId,
        @Nullable Long count,
        @Nullable String detail,
        List<UUID> incidentIds) {

    static NewEntry by(AccountView account, AuditAction action) {
        return new NewEntry(account.username(), account.role(), action, null, null, null, null, List.of());
    }

    static NewEntry by(String username, @Nullable Role role, AuditAction action) {
        return new NewEntry(username, role, action, null, null, null, null, List.of());
    }

    NewEntry about(Collection<UUID> incidents) {
        List<UUID> ids = incidents.stream().distinct().toList();
        String single = ids.size() == 1 ? ids.get(0).toString() : null;
        return new NewEntry(username, role, action, "incident", single, (long) ids.size(), detail, ids);
    }

    NewEntry about(String kind, Object id) {
        return new NewEntry(username, role, action, kind, String.valueOf(id), count, detail, incidentIds);
    }

    NewEntry count(long records) {
        return new NewEntry(username, role, action, subjectKind, subjectId, records, detail, incidentIds);
    }

    NewEntry detail(String text) {
        return new NewEntry(username, role, action, subjectKind, subjectId, count, text, incidentIds);
    }
}
