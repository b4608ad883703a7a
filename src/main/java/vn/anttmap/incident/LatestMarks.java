package vn.anttmap.incident;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.UnitRef;

/** The newest incident of each area, told by its area and never by its place. */
@Service
public class LatestMarks {

    /** So many of the newest incidents are looked through for different areas. */
    private static final int LOOKED_THROUGH = 300;

    private final IncidentQueries queries;
    private final IncidentScope.Finder scopes;
    private final IncidentList list;
    private final IncidentViews views;

    LatestMarks(IncidentQueries queries, IncidentScope.Finder scopes, IncidentList list, IncidentViews views) {
        this.queries = queries;
        this.scopes = scopes;
        this.list = list;
        this.views = views;
    }

    /**
     * @param area the residential area, or the commune where the place is not known well enough; null where neither is
     * @param occurredUntil null unless only a span is known
     */
    public record Mark(
            UUID id,
            String categoryName,
            String state,
            Instant occurredAt,
            @Nullable Instant occurredUntil,
            @Nullable UnitRef area,
            @Nullable UnitRef commune) {}

    /** At most {@code areas} of them, newest first; withdrawn marks and what was no case are left out. */
    @Transactional(readOnly = true)
    public List<Mark> byArea(AccountView account, IncidentFilter filter, int areas, Locale locale) {
        IncidentScope scope = scopes.of(account);
        list.requireRights(account, filter);
        List<Incident> newest = queries.list(scope, filter.counted(), null, LOOKED_THROUGH);
        Map<@Nullable UnitRef, Mark> byArea = new LinkedHashMap<>();
        for (IncidentView incident : views.of(scope, newest, locale)) {
            if (byArea.size() < areas && !incident.state().equals(IncidentState.NOT_A_CASE.key())) {
                UnitRef area = incident.residentialArea() == null ? incident.commune() : incident.residentialArea();
                byArea.putIfAbsent(
                        area,
                        new Mark(
                                incident.id(),
                                incident.categoryName(),
                                incident.state(),
                                incident.occurredAt(),
                                incident.occurredUntil(),
                                area,
                                incident.commune()));
            }
        }
        return List.copyOf(byArea.values());
    }
}
