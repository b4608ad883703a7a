package vn.anttmap.movement;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an officer says about an entry. There is no field for a person.
 *
 * @param kind code of a kind of the register
 * @param unitId the unit that it belongs to, of any level
 * @param firstDay the day it happened, or the first of them
 * @param lastDay the last of them, included; null for one day, or for what still stands
 * @param longitude EPSG:4326, degrees; null without a place
 * @param latitude EPSG:4326, degrees; null without a place
 * @param details the register's own fields by name
 * @param source where the figure comes from
 */
public record EntryDraft(
        @Nullable String kind,
        @Nullable Long unitId,
        @Nullable String title,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable Map<String, Object> details,
        @Nullable String source) {}
