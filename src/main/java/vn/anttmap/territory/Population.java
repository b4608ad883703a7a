package vn.anttmap.territory;

/**
 * Inhabitants in one year.
 *
 * @param synthetic true where the figure is made up for demonstration
 */
public record Population(int year, int count, String source, boolean synthetic) {}
