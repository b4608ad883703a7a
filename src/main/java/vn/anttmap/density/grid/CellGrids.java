package vn.anttmap.density.grid;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.territory.Unit;

/**
 * The cells on the ground of a question, kept for the next one about the same ground. They depend on nothing else than the
 * units whose ground it is, at a revision of the territory, so that is what they are kept by: who may see fewer units asks
 * for other cells. Periods and kinds of incidents make no difference while the registers of the same units cover them.
 */
@Component
class CellGrids {

    /**
     * About four of the largest grids there may be. Kept firmly, not as memory allows: they are small beside the incidents,
     * and making them anew takes longest when memory is short.
     */
    private static final long MOST_BYTES = 40_000_000;

    private final CoveredGround ground;
    private final KeptOnce<Key, List<CellGrid>> kept = new KeptOnce<>(MOST_BYTES);

    CellGrids(CoveredGround ground) {
        this.ground = ground;
    }

    /** @param unitIds in the order of the units, which is that of the cells */
    private record Key(long revision, GridShape shape, int sizeM, LongBuffer unitIds) {

        long bytes() {
            return 200 + 8L * unitIds.capacity();
        }
    }

    /**
     * By province, in the order of their keys.
     *
     * @param units of the same account and question
     * @throws CellGrid.TooManyCells if there were more than {@value GridDensity#MOST_CELLS}
     */
    List<CellGrid> of(
            AccountView account,
            IncidentCounts.Question question,
            CoveredGround.Units units,
            GridShape shape,
            int sizeM) {
        LongBuffer unitIds =
                LongBuffer.wrap(units.units().stream().mapToLong(Unit::id).toArray());
        Key key = new Key(units.revision(), shape, sizeM, unitIds);
        return kept.get(key, () -> {
            List<CellGrid> grids = new ArrayList<>();
            int most = GridDensity.MOST_CELLS;
            for (CoveredGround.ProvinceGround province : ground.grounds(account, question, units)) {
                CellGrid grid = CellGrid.of(province, shape, sizeM, most);
                most -= grid.cells().count();
                grids.add(grid);
            }
            long bytes = key.bytes() + grids.stream().mapToLong(CellGrid::bytes).sum();
            // Boundaries that were read while the territory changed are not those of the revision.
            return new KeptOnce.Made<>(List.copyOf(grids), ground.isCurrent(units) ? bytes : Long.MAX_VALUE);
        });
    }
}
