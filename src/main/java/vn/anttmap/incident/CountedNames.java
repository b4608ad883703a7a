package vn.anttmap.incident;

/**
 * The numbers that stand for values in {@link CountedMonth}.
 *
 * @param units the units of any level and day that an incident counts in, in ascending order
 * @param roads road segments of any day near enough to own an incident, nearest first
 * @param registers ids of the communes that hold the registers
 * @param severities codes; an empty one where an incident is not classified
 */
record CountedNames(
        Numbered<IdList> units,
        Numbered<IdList> roads,
        Numbered<Long> registers,
        Numbered<String> categories,
        Numbered<String> severities) {

    CountedNames() {
        this(new Numbered<>(), new Numbered<>(), new Numbered<>(), new Numbered<>(), new Numbered<>());
    }
}
