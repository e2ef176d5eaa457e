package io.leadscore.report;

import java.time.Duration;

/**
 * What {@code jobs/kpi.yml} says.
 *
 * @param holdoutShare share of the contacts whose High leads set off no actions, from 0 up to but not 1
 * @param window how long a lead may take to be won and still count, a day or more
 * @param closeRateGoal by how many percent the lead-to-close rate is to change, greater than 0
 * @param closeTimeGoal by how many percent the time to close is to change, between -100 and 0
 */
public record KpiSettings(double holdoutShare, Duration window, double closeRateGoal, double closeTimeGoal) {

    public KpiSettings {
        require(holdoutShare >= 0 && holdoutShare < 1, "holdout-share is " + holdoutShare, "from 0 up to, but not, 1");
        require(window.compareTo(Duration.ofDays(1)) >= 0, "window is " + window, "at least a day");
        require(
                closeRateGoal > 0 && closeRateGoal < Double.POSITIVE_INFINITY,
                "close-rate-goal is " + closeRateGoal,
                "greater than 0");
        require(closeTimeGoal > -100 && closeTimeGoal < 0, "close-time-goal is " + closeTimeGoal, "between -100 and 0");
    }

    /** What a file that says nothing means: nobody is held out; 90 days; +20 %; -30 %. */
    public static KpiSettings defaults() {
        return new KpiSettings(0, Duration.ofDays(90), 20, -30);
    }

    private static void require(boolean right, String what, String must) {
        if (!right) {
            throw new IllegalArgumentException(what + ", but must be " + must);
        }
    }
}
