package vn.anttmap.boundarychange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import vn.anttmap.boundarychange.ChangeWish.Overrule;
import vn.anttmap.boundarychange.ChangeWish.Part;
import vn.anttmap.geo.BadGeoJsonException;
import vn.anttmap.geo.GeoJsonGeometry;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;
import vn.anttmap.territory.UnitKind;

/**
 * A change as a caller sends it. Geometries are GeoJSON.
 *
 * @param kind merge, split, rename, redraw or transfer
 * @param day first day of the new boundaries
 * @param unitIds merge: all that become one; split, rename, redraw: the one; transfer: the giver, then the receiver
 * @param parts merge and rename: the one that begins; split: those that begin; redraw, transfer: new figures of the one and
 *     of the receiver
 * @param geometry redraw: the new boundary; transfer: the ground that changes hands
 * @param line split and transfer: where the ground is cut
 * @param restTo redraw: who gets the ground that the unit loses
 * @param childIds transfer between communes: the residential areas that change hands
 * @param children what is decided by hand about residential areas of the communes
 */
record ChangeBody(
        @Nullable ChangeKind kind,
        @Nullable LocalDate day,
        @Nullable List<Long> unitIds,
        @Nullable List<PartBody> parts,
        @Nullable JsonNode geometry,
        @Nullable JsonNode line,
        @Nullable Long restTo,
        @Nullable List<Long> childIds,
        @Nullable List<ChildBody> children) {

    private static final int MOST_UNITS = 50;
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_CODE = 10;
    private static final int MOST_VERTICES = 200_000;
    private static final int MOST_PEOPLE = 100_000_000;
    private static final double MOST_SQ_KM = 100_000;

    /**
     * @param code official code; an empty text gives the code of the unit before up
     * @param population inhabitants in the year of the day
     * @param geometry ground of a part of a split
     * @param childIds residential areas that make up a part of a commune
     */
    record PartBody(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String code,
            @Nullable Long parentId,
            @Nullable Integer population,
            @Nullable Integer households,
            @Nullable Double officialAreaSqKm,
            @Nullable JsonNode geometry,
            @Nullable List<Long> childIds) {}

    /** @param part number of the commune that the area belongs to from then on @param kind what it is from then on */
    record ChildBody(
            @Nullable Long id,
            @Nullable Integer part,
            @Nullable String kind) {}

    ChangeWish wish() {
        List<Long> ids = list("unitIds", unitIds);
        if (kind == null) {
            throw missing("kind");
        }
        if (day == null) {
            throw missing("day");
        }
        if (ids.isEmpty()) {
            throw missing("unitIds");
        }
        return new ChangeWish(
                kind,
                day,
                ids,
                list("parts", parts).stream().map(ChangeBody::part).toList(),
                ground("geometry", geometry),
                line(line),
                restTo,
                list("childIds", childIds),
                list("children", children).stream().map(ChangeBody::child).toList());
    }

    private static Part part(PartBody body) {
        String code = GivenText.optional("code", body.code(), LONGEST_CODE);
        return new Part(
                GivenText.optional("name", body.name(), LONGEST_NAME),
                body.kind() == null ? null : kind(body.kind()),
                code,
                body.code() != null && code == null,
                body.parentId(),
                number("population", body.population()),
                number("households", body.households()),
                area(body.officialAreaSqKm()),
                ground("geometry", body.geometry()),
                list("childIds", body.childIds()));
    }

    private static Overrule child(ChildBody body) {
        if (body.id() == null) {
            throw missing("id");
        }
        return new Overrule(body.id(), body.part(), body.kind() == null ? null : kind(body.kind()));
    }

    private static UnitKind kind(String key) {
        List<UnitKind> known = Arrays.stream(UnitKind.values())
                .filter(each -> each.village()
                        || each.block()
                        || List.of(UnitKind.XA, UnitKind.PHUONG, UnitKind.THI_TRAN, UnitKind.DAC_KHU)
                                .contains(each))
                .toList();
        return known.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "choice-unknown",
                                "kind",
                                known.stream().map(UnitKind::key).collect(Collectors.joining(", ")))
                        .at("kind", key));
    }

    private static @Nullable Integer number(String field, @Nullable Integer value) {
        if (value != null && (value < 0 || value > MOST_PEOPLE)) {
            throw UserProblem.of(Kind.INVALID, "boundary-number", field).at(field, value);
        }
        return value;
    }

    private static @Nullable Double area(@Nullable Double value) {
        if (value != null && !(value > 0 && value < MOST_SQ_KM)) {
            throw UserProblem.of(Kind.INVALID, "boundary-number", "officialAreaSqKm")
                    .at("officialAreaSqKm", value);
        }
        return value;
    }

    private static @Nullable Geometry ground(String field, @Nullable JsonNode json) {
        Geometry geometry = read(field, json);
        if (geometry != null && (geometry.getDimension() != 2 || !geometry.isValid())) {
            throw unfit(field, "Polygon, MultiPolygon");
        }
        return geometry;
    }

    private static @Nullable Geometry line(@Nullable JsonNode json) {
        Geometry geometry = read("line", json);
        if (geometry != null && geometry.getDimension() != 1) {
            throw unfit("line", "LineString");
        }
        return geometry;
    }

    private static @Nullable Geometry read(String field, @Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return null;
        }
        try {
            Geometry geometry = GeoJsonGeometry.read(json.toString());
            if (geometry.getNumPoints() > MOST_VERTICES) {
                throw unfit(field, String.valueOf(MOST_VERTICES));
            }
            return geometry;
        } catch (BadGeoJsonException e) {
            throw unfit(field, "GeoJSON");
        }
    }

    private static UserProblem unfit(String field, String wanted) {
        return UserProblem.of(Kind.INVALID, "boundary-geometry", field, wanted).at(field, null);
    }

    private static <T> List<T> list(String field, @Nullable List<T> given) {
        List<T> list = Objects.requireNonNullElse(given, List.of());
        if (list.size() > (field.equals("children") || field.equals("childIds") ? MOST_UNITS * 100 : MOST_UNITS)) {
            throw UserProblem.of(Kind.INVALID, "boundary-many", field, MOST_UNITS)
                    .at(field, list.size());
        }
        if (list.stream().anyMatch(Objects::isNull)) {
            throw missing(field);
        }
        return list;
    }

    private static UserProblem missing(String field) {
        return UserProblem.of(Kind.INVALID, "field-missing", field).at(field, null);
    }
}
