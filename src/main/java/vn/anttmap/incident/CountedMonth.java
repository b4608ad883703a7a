package vn.anttmap.incident;

import java.time.YearMonth;

/**
 * What is counted of the incidents of one month, one element of each array per incident; withdrawn ones and what was no
 * case are not among them. Where an array holds numbers, {@link CountedNames} says of what. The arrays are not changed once made.
 *
 * @param days of the month, from 1
 * @param hours 0 to 23 in Vietnam
 * @param traits sum of the constants
 * @param longitudes degrees, WGS 84
 * @param latitudes degrees, WGS 84
 * @param places the same in metres, computed when they are asked for
 */
record CountedMonth(
        YearMonth month,
        byte[] days,
        byte[] hours,
        byte[] traits,
        short[] categories,
        short[] severities,
        int[] registers,
        int[] units,
        int[] roads,
        double[] longitudes,
        double[] latitudes,
        PlacesInMetres places) {

    static final int MAJOR_CASE = 1;
    /** The place is exact or known by the street. */
    static final int FINER_THAN_AREA = 2;

    static final int PLACE_UNKNOWN = 4;
    static final int NEAR_BORDER = 8;
    /** Put into an area by hand. */
    static final int ASSIGNED = 16;
    /** Only a span is known. */
    static final int SPAN = 32;

    int size() {
        return days.length;
    }

    boolean is(int incident, int trait) {
        return (traits[incident] & trait) != 0;
    }
}
