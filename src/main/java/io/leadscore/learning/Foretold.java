package io.leadscore.learning;

import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.Prospect;
import io.leadscore.scoring.WeightSet;

/**
 * A lead with what its chance is computed from.
 *
 * @param prospect as the weights read it
 * @param by the weights: its segment's own, or the common ones
 */
record Foretold(Prospect prospect, WeightSet by) {

    /** How the chance is computed. */
    ProbabilityCurve curve() {
        return by.calibration().known();
    }

    /** Log odds as if all deals stood alike. */
    double atEqualState() {
        return curve().atEqualState(prospect);
    }

    /** What the age adds to the log odds. */
    double age() {
        return curve().age(prospect.state(), prospect.ageDays());
    }

    double score() {
        return prospect.score();
    }

    double logOdds() {
        return curve().logOdds(prospect);
    }
}
