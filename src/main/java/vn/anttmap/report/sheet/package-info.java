/** Map sheets for printing: density or status of a unit's areas on A4 or A3, to scale, as PDF. */
@org.jspecify.annotations.NullMarked
package vn.anttmap.report.sheet;
