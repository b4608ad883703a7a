package vn.anttmap.incident;

import java.util.Arrays;
import java.util.Set;

/** Ids in an order that counts. */
record IdList(long[] ids) {

    static final IdList EMPTY = new IdList(new long[0]);

    boolean containsAny(Set<Long> wanted) {
        for (long id : ids) {
            if (wanted.contains(id)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdList list && Arrays.equals(ids, list.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return Arrays.toString(ids);
    }
}
