package io.leadscore.report;

/**
 * A relative change.
 *
 * @param percent the estimate: 20 is a fifth more, -30 three tenths less
 * @param interval of the change, in percent
 */
public record Change(double percent, Interval interval) {

    /**
     * From one measure to another: the difference of the logarithms, with the interval that Zou and Donner (2008,
     * Statistics in Medicine 27) recover from those of the two. Of two rates this is the interval of Katz et al. (1978).
     */
    static Change between(Measure from, Measure to) {
        double log = to.log() - from.log();
        double down = Math.hypot(to.log() - to.low(), from.high() - from.log());
        double up = Math.hypot(to.high() - to.log(), from.log() - from.low());
        return new Change(percent(log), new Interval(percent(log - down), percent(log + up)));
    }

    private static double percent(double log) {
        return 100 * Math.expm1(log);
    }
}
