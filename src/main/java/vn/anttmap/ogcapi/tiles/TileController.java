package vn.anttmap.ogcapi.tiles;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.ogcapi.tiles.TileCollection.Theme;
import vn.anttmap.ogcapi.tiles.TileKey.Subject;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.VietnamTime;

/** OGC API Tiles: Mapbox vector tiles of WebMercatorQuad; the row counts from the north, the column from the west. */
@RestController
class TileController {

    private static final String TILE = "/tiles/WebMercatorQuad/{zoom}/{row}/{column}";

    private final Tiles tiles;
    private final CurrentAccount currentAccount;
    private final Clock clock;

    TileController(Tiles tiles, CurrentAccount currentAccount, Clock clock) {
        this.tiles = tiles;
        this.currentAccount = currentAccount;
        this.clock = clock;
    }

    /** Areas, roads or teams of a day; today without it. @param f {@code mvt} */
    @GetMapping("/ogc/collections/{collectionId}" + TILE)
    ResponseEntity<byte[]> plain(
            @PathVariable String collectionId,
            @PathVariable String zoom,
            @PathVariable String row,
            @PathVariable String column,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String f,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String acceptEncoding,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        checkFormat(f);
        TileCollection collection = TileCollection.ofKey(collectionId, Theme.PLAIN);
        Subject subject = Subject.plain(collection, day == null ? VietnamTime.today(clock) : day);
        return answer(subject, TileAddress.of(zoom, row, column), acceptEncoding, ifNoneMatch);
    }

    /**
     * Incidents of a period: one by one from zoom 14 on, below it as numbers of a grid; only for accounts that see exact
     * places.
     */
    @GetMapping("/ogc/collections/incidents" + TILE)
    ResponseEntity<byte[]> incidents(
            @PathVariable String zoom,
            @PathVariable String row,
            @PathVariable String column,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String f,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String acceptEncoding,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        checkFormat(f);
        Subject subject = Subject.incidents(from, to, category, severity);
        return answer(subject, TileAddress.of(zoom, row, column), acceptEncoding, ifNoneMatch);
    }

    /** Areas or roads with their density of a period; days are calendar days in Vietnam, both included. */
    @GetMapping("/ogc/collections/{collectionId}/density" + TILE)
    ResponseEntity<byte[]> density(
            @PathVariable String collectionId,
            @PathVariable String zoom,
            @PathVariable String row,
            @PathVariable String column,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable String f,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String acceptEncoding,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        checkFormat(f);
        Subject subject = Subject.density(
                TileCollection.ofKey(collectionId, Theme.DENSITY), from, to, category, severity, boundaryDay);
        return answer(subject, TileAddress.of(zoom, row, column), acceptEncoding, ifNoneMatch);
    }

    /** Areas with their recorded status of a year; those of the last day of its window unless a day is given. */
    @GetMapping("/ogc/collections/{collectionId}/status" + TILE)
    ResponseEntity<byte[]> status(
            @PathVariable String collectionId,
            @PathVariable String zoom,
            @PathVariable String row,
            @PathVariable String column,
            @RequestParam int year,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable String f,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String acceptEncoding,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        checkFormat(f);
        Subject subject = Subject.status(TileCollection.ofKey(collectionId, Theme.STATUS), year, boundaryDay);
        return answer(subject, TileAddress.of(zoom, row, column), acceptEncoding, ifNoneMatch);
    }

    private ResponseEntity<byte[]> answer(
            Subject subject, TileAddress address, @Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
        return TileAnswer.of(tiles.of(currentAccount.get(), subject, address), acceptEncoding, ifNoneMatch)
                .entity();
    }

    private static void checkFormat(@Nullable String f) {
        if (f != null && !f.equals("mvt")) {
            throw UserProblem.of(Kind.INVALID, "tile-format-unknown", "mvt").at("f", f);
        }
    }
}
