package io.leadscore.learning;

import java.time.Instant;
import java.util.Map;

/**
 * A closed deal with what was known of its lead when it was made.
 *
 * @param dealId the deal
 * @param group whose deals belong together
 * @param asOf when the deal was made
 * @param won how it ended
 * @param judged whether it is of the newest slice
 * @param seen whether the AI says anything of the lead as it was then
 * @param incumbent the signals as the incumbent reads them
 * @param candidate the signals as the candidate reads them; before it is learnt, by what their cohorts won until then
 * @param levels its cohorts
 * @param late the same shortly before the close; empty where nothing is judged
 * @param cohorts which cohorts the lead is in, where it is judged
 * @param segment which segment the lead was of
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
record Example(
        long dealId,
        long group,
        Instant asOf,
        boolean won,
        boolean judged,
        boolean seen,
        double[] incumbent,
        double[] candidate,
        Levels levels,
        Late late,
        Map<String, String> cohorts,
        int segment) {

    /** The same as other models read it. */
    Example as(Reading ofIncumbent, Reading ofCandidate) {
        return new Example(
                dealId,
                group,
                asOf,
                won,
                judged,
                seen,
                ofIncumbent.values(incumbent, candidate, levels),
                ofCandidate.values(incumbent, candidate, levels),
                levels,
                late.isKnown()
                        ? new Late(
                                ofIncumbent.values(late.incumbent(), late.candidate(), late.levels()),
                                ofCandidate.values(late.incumbent(), late.candidate(), late.levels()),
                                late.levels())
                        : late,
                cohorts,
                segment);
    }

    /** How a model reads a lead. */
    @FunctionalInterface
    interface Reading {
        /**
         * The signals.
         *
         * @param incumbent as the incumbent read them
         * @param candidate by what their cohorts won until then
         */
        double[] values(double[] incumbent, double[] candidate, Levels levels);
    }

    /** The signals shortly before the close. */
    @SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
    record Late(double[] incumbent, double[] candidate, Levels levels) {

        static final Late NONE =
                new Late(new double[0], new double[0], new Levels(new float[0], new int[0], new float[0]));

        boolean isKnown() {
            return incumbent.length > 0;
        }
    }
}
