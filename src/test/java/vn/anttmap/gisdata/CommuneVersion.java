package vn.anttmap.gisdata;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.gisdata.UnitVersion.Predecessor;

/**
 * A commune version before it has a boundary.
 *
 * @param codes2019 codes of the communes of 2019 that its territory consists of
 */
record CommuneVersion(
        String key,
        String code,
        String kind,
        String fullName,
        String parentKey,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String validitySource,
        LocalDate listedOn,
        List<Predecessor> predecessors,
        List<String> codes2019) {

    private static final List<String> LABELS = List.of("Thị trấn ", "Xã ");

    /** Full name without the kind. */
    String name() {
        return LABELS.stream()
                .filter(fullName::startsWith)
                .map(label -> fullName.substring(label.length()))
                .findFirst()
                .orElseThrow();
    }

    CommuneVersion endingOn(LocalDate day, String reason) {
        return new CommuneVersion(
                key,
                code,
                kind,
                fullName,
                parentKey,
                validFrom,
                day,
                validitySource + "; end: " + reason,
                listedOn,
                predecessors,
                codes2019);
    }

    boolean consistsOf(String code2019) {
        return codes2019.contains(code2019);
    }
}
