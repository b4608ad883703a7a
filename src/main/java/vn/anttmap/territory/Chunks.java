package vn.anttmap.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Ids in lists short enough for one statement: PostgreSQL takes 65,535 parameters. */
public final class Chunks {

    private static final int SIZE = 1_000;

    private Chunks() {}

    public static List<List<Long>> of(Collection<Long> ids) {
        List<Long> all = List.copyOf(ids);
        List<List<Long>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SIZE) {
            chunks.add(all.subList(from, Math.min(all.size(), from + SIZE)));
        }
        return chunks;
    }
}
