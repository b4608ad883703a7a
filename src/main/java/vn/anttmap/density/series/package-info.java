/** Counts of incidents over time: steps of a period for each area, and profiles by month, weekday and hour. */
@org.jspecify.annotations.NullMarked
package vn.anttmap.density.series;
