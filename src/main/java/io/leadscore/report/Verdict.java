package io.leadscore.report;

/** Whether a goal is met. */
public enum Verdict {
    /** The estimate reaches the goal, and its interval excludes no change. */
    MET,
    /** The goal lies beyond the interval; or the estimate falls short, and there is data enough to tell. */
    NOT_MET,
    /** There is too little data to tell. */
    NOT_ENOUGH_DATA
}
