package vn.anttmap.density;

/**
 * Inhabitants of a drawn area, as far as figures of units tell: each unit gives the share of its inhabitants that the drawn
 * part has of its ground, as if people lived spread evenly over it. Never a census figure.
 *
 * @param inhabitants an estimate, not rounded
 * @param firstYear the earliest year of the figures it rests on
 * @param lastYear the latest
 * @param synthetic whether any of them is made up for demonstration
 */
public record DrawnPopulation(double inhabitants, int firstYear, int lastYear, boolean synthetic) {

    /** The two drawn parts together. */
    DrawnPopulation plus(DrawnPopulation other) {
        return new DrawnPopulation(
                inhabitants + other.inhabitants,
                Math.min(firstYear, other.firstYear),
                Math.max(lastYear, other.lastYear),
                synthetic || other.synthetic);
    }
}
