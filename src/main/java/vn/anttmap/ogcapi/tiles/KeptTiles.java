package vn.anttmap.ogcapi.tiles;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.anttmap.ogcapi.tiles.TileKey.Subject;

/** The tiles of this node, with the figures that they were drawn with. */
@Component
class KeptTiles {

    private final RenewedCache<TileKey, Tile> tiles;
    private final RenewedCache<Subject, Figures> figures;

    KeptTiles(TileSettings settings) {
        tiles = new RenewedCache<>(settings.largestMemoryBytes(), Tile::weight);
        figures = new RenewedCache<>(settings.largestMemoryBytes(), Figures::weight);
    }

    Tile tile(TileKey key, Supplier<Tile> work) {
        return tiles.get(key, work);
    }

    Figures figures(Subject subject, Supplier<Figures> work) {
        return figures.get(subject, work);
    }

    /**
     * Calls in question what a change can touch. Figures first: a tile drawn between would be drawn from old ones.
     *
     * @param touchedFigures by what they were counted for
     */
    void question(Predicate<Subject> touchedFigures, BiPredicate<TileKey, Tile> touchedTiles) {
        figures.question((subject, value) -> touchedFigures.test(subject));
        tiles.question(touchedTiles);
    }

    /** How many tiles were drawn so far. */
    long drawn() {
        return tiles.workedOut();
    }
}
