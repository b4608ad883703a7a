package vn.anttmap.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Feature;
import vn.anttmap.movement.SecurityTeams;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryFeatures;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** The layers of the map page as GeoJSON. */
@RestController
class MapFeatureController {

    static final String COLLECTIONS =
            "provinces, districts, communes, residential-areas, villages, residential-blocks, road-segments, security-teams";

    private static final MediaType GEO_JSON = MediaType.valueOf("application/geo+json");

    /** About one pixel at zoom 14 and 21° N: finer than the page draws when all of a district is in view. */
    private static final double AREA_TOLERANCE_METERS = 8;

    private static final double FRAME_TOLERANCE_METERS = 700;

    private final TerritoryFeatures territoryFeatures;
    private final SecurityTeams securityTeams;
    private final Territory territory;
    private final CurrentAccount currentAccount;
    private final FeatureCollectionWriter writer;
    private final Clock clock;

    /** Part of every tag, so that nothing a former version of the service gave is taken for the answer of this one. */
    private final long startedAt;

    MapFeatureController(
            TerritoryFeatures territoryFeatures,
            SecurityTeams securityTeams,
            Territory territory,
            CurrentAccount currentAccount,
            FeatureCollectionWriter writer,
            Clock clock) {
        this.territoryFeatures = territoryFeatures;
        this.securityTeams = securityTeams;
        this.territory = territory;
        this.currentAccount = currentAccount;
        this.writer = writer;
        this.clock = clock;
        this.startedAt = clock.instant().getEpochSecond();
    }

    /**
     * One layer as it stood on a day, inside the account's territory; the provinces always whole.
     *
     * @param within a unit of any day: only what its territory comes to on the day
     */
    @GetMapping("/api/features/{collectionId}")
    @Nullable ResponseEntity<byte[]> features(
            @PathVariable String collectionId,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(required = false) @Nullable Long within,
            Locale locale,
            WebRequest request) {
        AccountView account = currentAccount.get();
        LocalDate on = day == null ? VietnamTime.today(clock) : day;
        // The account is part of the tag: what one may see is nobody else's cached answer. Weak, since an answer with a
        // strong tag is not compressed.
        String tag = "W/\"" + startedAt + "-" + territory.revision() + "-" + teamRevision(collectionId) + "-"
                + account.username().hashCode() + "-" + account.namedUnitIds().hashCode() + "-" + locale.getLanguage()
                + "-" + on + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        Extent extent = bbox == null ? null : Extent.parse(bbox);
        Ground ground = within == null ? null : territory.ground(account, within, on);
        List<Feature> features = find(account, collectionId, on, ground, extent, locale);
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(GEO_JSON)
                .body(writer.write(features, collectionId.equals("provinces") ? 4 : 6));
    }

    private long teamRevision(String collectionId) {
        return collectionId.equals("security-teams") ? securityTeams.revision() : 0;
    }

    private List<Feature> find(
            AccountView account,
            String collectionId,
            LocalDate day,
            @Nullable Ground within,
            @Nullable Extent extent,
            Locale locale) {
        return switch (collectionId) {
            case "provinces" -> territoryFeatures.provinces(day, FRAME_TOLERANCE_METERS, locale);
            case "districts" -> units(account, UnitLevel.DISTRICT, kind -> true, day, within, extent, locale);
            case "communes" -> units(account, UnitLevel.COMMUNE, kind -> true, day, within, extent, locale);
            case "residential-areas" ->
                units(account, UnitLevel.RESIDENTIAL_AREA, kind -> true, day, within, extent, locale);
            case "villages" ->
                units(account, UnitLevel.RESIDENTIAL_AREA, UnitKind::village, day, within, extent, locale);
            case "residential-blocks" ->
                units(account, UnitLevel.RESIDENTIAL_AREA, UnitKind::block, day, within, extent, locale);
            case "road-segments" -> territoryFeatures.roads(account, day, within, extent);
            case "security-teams" -> securityTeams.features(account, day, within, extent, locale);
            default ->
                throw UserProblem.of(Kind.NOT_FOUND, "collection-unknown", COLLECTIONS)
                        .at("collectionId", collectionId);
        };
    }

    private List<Feature> units(
            AccountView account,
            UnitLevel level,
            java.util.function.Predicate<UnitKind> kinds,
            LocalDate day,
            @Nullable Ground within,
            @Nullable Extent extent,
            Locale locale) {
        return territoryFeatures.units(account, level, kinds, day, within, extent, AREA_TOLERANCE_METERS, locale);
    }
}
