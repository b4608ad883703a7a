package vn.anttmap.setup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the beginning stands, worked out each time from what is on record.
 *
 * @param demo whether the database is a demonstration: nothing is set up in it
 * @param needed whether no place was named yet
 * @param ready whether nothing is missing that marking and counting need
 */
record SetupView(boolean demo, boolean needed, boolean ready, List<Place> places, List<Check> checks) {

    /**
     * A place that the installation is for.
     *
     * @param communes of today; one where the place itself is a commune
     * @param withoutBoundary names of those that have no boundary, at most twenty
     * @param registerSince first day from which its register is complete; null where nobody said
     */
    record Place(
            long id,
            @Nullable String code,
            String fullName,
            String level,
            @Nullable String parentName,
            int communes,
            int communesWithBoundary,
            List<String> withoutBoundary,
            int residentialAreas,
            @Nullable LocalDate registerSince) {}

    /**
     * One thing to be done.
     *
     * @param key places, planner, officer, leader, boundaries, areas, register, second-administrator, https
     * @param state done, missing, or advised where it is no need
     * @param have how many there are
     * @param of how many there should be
     */
    record Check(String key, String state, int have, int of) {}
}
