package io.leadscore.learning;

import io.leadscore.learning.DealSource.WithoutDeal;
import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.DealState;
import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.Prospect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How likely leads without an open deal are to be won: in the mean as likely as those that had none were some time ago. Most
 * of them never become a deal, so that what is known of deals says who of them is likelier, not how many are won. Gathers
 * the leads of today; not thread-safe.
 */
public final class StateLevels {

    /** How many contacts with the rate of the deals are added to those that were counted. */
    private static final double STRENGTH = 20;

    private final Calibration calibration;
    private final ProbabilityCurve curve;
    private final List<Double> never = new ArrayList<>();
    private final List<Double> closed = new ArrayList<>();

    /** @param calibration whose levels are to be found */
    public StateLevels(Calibration calibration) {
        this.calibration = calibration;
        this.curve = Objects.requireNonNull(calibration.curve(), "a calibration always has a curve")
                .withStates(0, 0);
    }

    /** Adds a lead of today; one with an open deal is of no account. */
    public void add(Prospect prospect) {
        if (prospect.state() == DealState.NONE) {
            never.add(curve.logOdds(prospect));
        } else if (prospect.state() == DealState.CLOSED) {
            closed.add(curve.logOdds(prospect));
        }
    }

    /** The calibration at the levels at which as many of these leads are won as of those that were counted. */
    public Calibration found(WithoutDeal counted) {
        return calibration.withCurve(curve.withStates(
                level(never, counted.never(), counted.neverWon()),
                level(closed, counted.closed(), counted.closedWon())));
    }

    private double level(List<Double> logOdds, long contacts, long won) {
        if (logOdds.isEmpty()) {
            return 0;
        }
        double rate = (won + STRENGTH * calibration.baseRate()) / (contacts + STRENGTH);
        return Level.of(logOdds.stream().mapToDouble(Double::doubleValue).toArray(), rate);
    }
}
