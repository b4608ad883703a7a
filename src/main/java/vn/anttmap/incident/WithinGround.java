package vn.anttmap.incident;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.anttmap.territory.Ground;

/**
 * The condition that an incident belongs to a ground: placed in one of its units, or placed nowhere and held by one of its
 * registers, as a mark near the border is until somebody assigns it.
 */
final class WithinGround {

    /** SQL; the alias of the incident is {@code i}. */
    static final String SQL_CONDITION = """
            (exists (select 1 from incident_placement wp where wp.incident_id = i.id and wp.unit_id in (:withinUnits))
             or (i.near_border = true and i.assigned_area_id is null and i.register_commune_id in (:withinRegisters)))""";

    private WithinGround() {}

    static Map<String, Object> parameters(Ground ground) {
        return Map.of("withinUnits", orNothing(ground.holderIds()), "withinRegisters", orNothing(ground.registerIds()));
    }

    /** SQL knows no empty list. */
    private static List<Long> orNothing(Collection<Long> ids) {
        return ids.isEmpty() ? List.of(-1L) : List.copyOf(ids);
    }
}
