/** Limits between the classes of a map: pure functions of numbers. */
@org.jspecify.annotations.NullMarked
package vn.anttmap.density.classes;
