package vn.anttmap.gisdata;

import org.locationtech.jts.geom.Geometry;

/**
 * A real unit as read from {@code gis-data/sources}.
 *
 * @param code2025 code of the commune that followed on 2025-07-01; empty for units of 2025
 * @param population2009 census figure; 0 where the file has none
 * @param areaSqKm published (2025) or measured (2019) area
 * @param geometry EPSG:4326, longitude first
 */
record SourceUnit(
        String code,
        String name,
        String fullName,
        String kind,
        String code2025,
        int population2009,
        double areaSqKm,
        Geometry geometry) {}
