package vn.anttmap.report;

/** Is told how far a report has come, so that whoever waits for that of a province sees it move. */
@FunctionalInterface
interface ReportProgress {

    ReportProgress SILENT = (what, done, of) -> {};

    /** Steps of a report: reading the registers of the movement, then each section. */
    int STEPS = ReportSection.values().length + 1;

    /**
     * Called before each step.
     *
     * @param what key of the section that is made now, {@code movement} for what the registers of the movement hold, or
     *     {@code file}
     * @param done steps that are done
     * @param of all steps
     */
    void now(String what, int done, int of);
}
