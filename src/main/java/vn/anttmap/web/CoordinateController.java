package vn.anttmap.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;
import vn.anttmap.geo.CoordinateGuard;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.VietnamBounds;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.incident.IncidentSettings;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Location;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.UnitRef;
import vn.anttmap.territory.VietnamTime;

/** Reference systems, typed coordinates, and what lies at a place. */
@RestController
class CoordinateController {

    private final CurrentAccount currentAccount;
    private final Territory territory;
    private final IncidentSettings incidentSettings;
    private final MessageSource messages;
    private final Clock clock;

    CoordinateController(
            CurrentAccount currentAccount,
            Territory territory,
            IncidentSettings incidentSettings,
            MessageSource messages,
            Clock clock) {
        this.currentAccount = currentAccount;
        this.territory = territory;
        this.incidentSettings = incidentSettings;
        this.messages = messages;
        this.clock = clock;
    }

    record SystemView(String code, String name, double centralMeridian, String kind, List<String> provinces) {}

    record SystemsView(List<SystemView> systems) {}

    /** The reference systems that can be asked for. */
    @GetMapping("/api/crs")
    SystemsView systems() {
        currentAccount.get();
        return new SystemsView(CoordinateSystems.list().stream()
                .map(CoordinateController::view)
                .toList());
    }

    record Place(
            double longitude,
            double latitude,
            boolean swapped,
            @Nullable String note) {}

    /**
     * Typed coordinates as longitude and latitude.
     *
     * @param x as on Vietnamese survey papers: north in metres
     * @param y east in metres
     */
    @GetMapping("/api/coordinates")
    Place place(
            @RequestParam String crs,
            @RequestParam(required = false) @Nullable Double x,
            @RequestParam(required = false) @Nullable Double y,
            @RequestParam(required = false) @Nullable Double longitude,
            @RequestParam(required = false) @Nullable Double latitude,
            Locale locale) {
        currentAccount.get().require(Right.READ_MAP);
        CoordinateSystem system = CoordinateSystems.get(crs);
        CoordinateGuard.Place place;
        if (x != null && y != null) {
            place = CoordinateGuard.locate(system, x, y);
        } else if (longitude != null && latitude != null) {
            place = CoordinateGuard.locateLongitudeLatitude(longitude, latitude);
        } else {
            throw UserProblem.of(Kind.INVALID, "field-missing", "x, y").at("x", x);
        }
        return new Place(
                place.longitude(),
                place.latitude(),
                place.swapped(),
                place.swapped() ? messages.getMessage("label.axes-swapped", null, locale) : null);
    }

    record NearRoadView(long id, String name, double distanceMeters) {}

    record LocationView(
            LocalDate day,
            @Nullable UnitRef commune,
            @Nullable UnitRef residentialArea,
            @Nullable NearRoadView roadSegment,
            boolean insideJurisdiction,
            @Nullable Double distanceOutsideMeters) {}

    /** Which commune, residential area and road a place lies in on a day. */
    @GetMapping("/api/territory/locate")
    LocationView locate(
            @RequestParam double longitude,
            @RequestParam double latitude,
            @RequestParam(required = false) @Nullable LocalDate day) {
        AccountView account = currentAccount.get();
        account.require(Right.READ_MAP);
        if (!VietnamBounds.contains(longitude, latitude)) {
            boolean longitudeFits = VietnamBounds.contains(longitude, VietnamBounds.EXTENT.south());
            throw UserProblem.of(Kind.INVALID, "outside-vietnam", longitude, latitude)
                    .at(longitudeFits ? "latitude" : "longitude", longitudeFits ? latitude : longitude);
        }
        Location location = territory.locate(
                account,
                Wgs84.point(longitude, latitude),
                day == null ? VietnamTime.today(clock) : day,
                incidentSettings.roadDistanceMeters());
        return new LocationView(
                location.day(),
                location.commune(),
                location.residentialArea(),
                location.roadSegment() == null
                        ? null
                        : new NearRoadView(
                                location.roadSegment().road().id(),
                                location.roadSegment().road().name(),
                                location.roadSegment().distanceMeters()),
                location.insideJurisdiction(),
                Double.isInfinite(location.distanceOutsideMeters()) ? null : location.distanceOutsideMeters());
    }

    private static SystemView view(CoordinateSystem system) {
        return new SystemView(
                system.code(),
                system.name(),
                system.centralMeridianDegrees(),
                system.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                system.provinces());
    }
}
