package vn.anttmap.territory;

/** A road and how far away it is. */
public record NearRoad(Road road, double distanceMeters) {}
