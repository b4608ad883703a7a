package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface TerritorialUnitRepository extends JpaRepository<TerritorialUnit, Long> {

    /** Units of a level on a day, parts of which lie in the box. The extent columns come first: H2 has no spatial index. */
    @Query("""
            select u from TerritorialUnit u
            where u.level = :level
              and (u.validFrom is null or u.validFrom <= :day) and (u.validTo is null or u.validTo > :day)
              and u.west <= :east and u.east >= :west and u.south <= :north and u.north >= :south
              and st_intersects(u.boundary, :box)
            order by u.unitKey""")
    List<TerritorialUnit> listIn(
            UnitLevel level, LocalDate day, double west, double south, double east, double north, Geometry box);

    List<TerritorialUnit> findByUnitKeyIn(Collection<String> keys);

    @Query("""
            select u from TerritorialUnit u
            where u.level = :level and u.boundary is not null
              and (u.validFrom is null or u.validFrom <= :day) and (u.validTo is null or u.validTo > :day)
            order by u.unitKey""")
    List<TerritorialUnit> listOn(UnitLevel level, LocalDate day);
}
