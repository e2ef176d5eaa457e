package io.leadscore.learning;

import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

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
 * @param candidate the signals as the candidate reads them
 * @param late the same shortly before the close; empty where nothing is judged
 * @param cohorts which cohorts the lead is in, where it is judged
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
        Late late,
        Map<String, String> cohorts) {

    /** The same with the candidate's signals read otherwise. */
    Example stretched(UnaryOperator<double[]> reading) {
        return new Example(
                dealId,
                group,
                asOf,
                won,
                judged,
                seen,
                incumbent,
                reading.apply(candidate),
                late.isKnown() ? new Late(late.incumbent(), reading.apply(late.candidate())) : late,
                cohorts);
    }

    /** The signals shortly before the close. */
    @SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
    record Late(double[] incumbent, double[] candidate) {

        static final Late NONE = new Late(new double[0], new double[0]);

        boolean isKnown() {
            return incumbent.length > 0;
        }
    }
}
