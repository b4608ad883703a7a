package vn.anttmap.territory;

/** A unit by id and by the name that people read. */
public record UnitRef(long id, String fullName) {}
