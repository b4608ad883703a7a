/** Measurements, run by hand: what they found and how to repeat them is in docs/benchmarks.md. */
@org.jspecify.annotations.NullMarked
package vn.anttmap.bench;
