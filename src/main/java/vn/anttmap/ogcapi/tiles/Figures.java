package vn.anttmap.ogcapi.tiles;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.anttmap.density.AreaDensity;
import vn.anttmap.density.Rates;
import vn.anttmap.ogcapi.tiles.TileCollection.Theme;
import vn.anttmap.safety.AreaSafety;
import vn.anttmap.safety.SafetyStatus;

/**
 * What a tile tells of each area or road besides its name.
 *
 * @param day whose areas were counted in
 */
record Figures(LocalDate day, double years, Map<Long, AreaDensity> densities, Map<Long, String> statuses) {

    static Figures none(LocalDate day) {
        return new Figures(day, 0, Map.of(), Map.of());
    }

    static Figures ofDensity(LocalDate day, LocalDate from, LocalDate to, List<AreaDensity> areas) {
        return new Figures(
                day,
                Rates.years(from, to),
                areas.stream().collect(Collectors.toMap(AreaDensity::id, Function.identity())),
                Map.of());
    }

    static Figures ofStatus(LocalDate day, List<AreaSafety> areas) {
        return new Figures(
                day, 0, Map.of(), areas.stream().collect(Collectors.toMap(AreaSafety::id, AreaSafety::status)));
    }

    /** About how much they weigh, bytes. */
    int weight() {
        return 100 + 400 * densities.size() + 100 * statuses.size();
    }

    /** Adds what is known of one area or road. */
    void describe(Theme theme, long id, Map<String, @Nullable Object> attributes) {
        if (theme == Theme.STATUS) {
            attributes.put("status", statuses.getOrDefault(id, SafetyStatus.NOT_REGISTERED.key()));
        }
        AreaDensity density = densities.get(id);
        if (theme == Theme.DENSITY && density != null) {
            attributes.put("covered", density.covered());
            attributes.put("count", density.count());
            attributes.put("recorded", density.recorded());
            attributes.put("incidentsPerSqKmYear", density.incidentsPerSqKmYear());
            attributes.put("incidentsPer1000Year", density.incidentsPer1000Year());
            attributes.put("incidentsPerKmYear", density.incidentsPerKmYear());
            attributes.put("unstable", density.unstable());
            if (density.withheld()) {
                attributes.put("withheld", true);
            }
        }
    }

    /** Adds what all of some areas or roads come to; a sum of which a part is not known is not told. */
    void describeTotal(Theme theme, Collection<Long> ids, Map<String, @Nullable Object> attributes) {
        attributes.put("members", ids.size());
        if (theme == Theme.STATUS) {
            Map<String, Long> byStatus = ids.stream()
                    .collect(Collectors.groupingBy(
                            id -> statuses.getOrDefault(id, SafetyStatus.NOT_REGISTERED.key()),
                            TreeMap::new,
                            Collectors.counting()));
            attributes.putAll(byStatus);
        }
        if (theme == Theme.DENSITY) {
            List<AreaDensity> all =
                    ids.stream().map(densities::get).filter(Objects::nonNull).toList();
            boolean covered = all.size() == ids.size() && all.stream().allMatch(AreaDensity::covered);
            int recorded = all.stream().mapToInt(AreaDensity::recorded).sum();
            attributes.put("covered", covered);
            attributes.put("recorded", recorded);
            if (covered) {
                attributes.put("count", recorded);
                put(attributes, "incidentsPerSqKmYear", recorded, all, AreaDensity::areaSqKm);
                put(attributes, "incidentsPer1000Year", recorded, all, Figures::thousands);
                put(attributes, "incidentsPerKmYear", recorded, all, AreaDensity::lengthKm);
            }
        }
    }

    private static @Nullable Double thousands(AreaDensity area) {
        return area.population() == null ? null : area.population() / 1000.0;
    }

    private void put(
            Map<String, @Nullable Object> attributes,
            String name,
            int count,
            List<AreaDensity> all,
            Function<AreaDensity, @Nullable Double> size) {
        double sum = 0;
        for (AreaDensity one : all) {
            Double its = size.apply(one);
            if (its == null) {
                return;
            }
            sum += its;
        }
        if (sum > 0) {
            attributes.put(name, count / sum / years);
        }
    }
}
