package vn.anttmap.territory;

import java.util.List;

/** Stores many new unit states in one go, as their database does it best. */
interface UnitRows {

    /**
     * In the caller's transaction. Each has its id afterwards.
     *
     * @param states new; what they belong to is on record
     */
    void insert(List<TerritorialUnit> states);
}
