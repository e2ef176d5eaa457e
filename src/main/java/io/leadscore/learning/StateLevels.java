package io.leadscore.learning;

import io.leadscore.learning.DealSource.Cases;
import io.leadscore.learning.DealSource.WithoutDeal;
import io.leadscore.scoring.AgeOffset;
import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.DealState;
import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.Prospect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely leads without an open deal are to be won: in the mean as likely as those of the same age that had none were some
 * time ago. Most
 * of them never become a deal, so that what is known of deals says who of them is likelier, not how many are won. Gathers
 * the leads of today; not thread-safe.
 */
final class StateLevels {

    /** How many contacts with the rate of the deals, or of all ages, are added to those that were counted. */
    private static final double STRENGTH = 20;

    /** How many times contacts without a deal are counted, a month apart. */
    private static final int COUNTS = 4;

    private static final Duration MONTH = Duration.ofDays(30);

    private final Calibration calibration;
    private final List<List<Double>> never = new ArrayList<>();
    private final List<Double> closed = new ArrayList<>();

    /** @param calibration whose levels are to be found */
    StateLevels(Calibration calibration) {
        this.calibration = calibration;
        for (int age = 0; age < LeadAges.count(); age++) {
            never.add(new ArrayList<>());
        }
    }

    /**
     * Counts the contacts without an open deal of some time ago.
     *
     * @param horizon so long they had to be won
     * @param resolvedAge so old deals are resolved
     */
    static WithoutDeal counted(DealSource source, Duration horizon, Duration resolvedAge, Instant now) {
        Instant latest = now.minus(resolvedAge.compareTo(horizon) < 0 ? horizon : resolvedAge);
        List<Instant> instants = new ArrayList<>();
        for (int i = 0; i < COUNTS; i++) {
            instants.add(latest.minus(MONTH.multipliedBy(i)));
        }
        return source.withoutDeal(instants, horizon);
    }

    /** A curve by what is known of deals alone. */
    static ProbabilityCurve withoutLevels(Calibration calibration) {
        return calibration.known().withStates(0, List.of(), 0);
    }

    /**
     * What leads without an open deal have besides.
     *
     * @param never added for a lead that never had a deal, at its likeliest age
     * @param ages added besides by its age; may be empty
     * @param closed added for a lead with closed deals only
     */
    record Found(double never, List<AgeOffset> ages, double closed) {

        /** A probability at these levels. */
        Calibration on(Calibration other) {
            return other.withCurve(other.known().withStates(never, ages, closed));
        }
    }

    /**
     * Adds a lead of today; one with an open deal is of no account.
     *
     * @param curve that its chance is on, {@link #withoutLevels}
     */
    void add(Prospect prospect, ProbabilityCurve curve) {
        if (prospect.state() == DealState.NONE) {
            never.get(LeadAges.of(prospect.ageDays())).add(curve.logOdds(prospect));
        } else if (prospect.state() == DealState.CLOSED) {
            closed.add(curve.logOdds(prospect));
        }
    }

    /** The levels at which as many of these leads are won as of those that were counted. */
    Found find(WithoutDeal counted) {
        Cases all = counted.never();
        double rate = rate(all, calibration.baseRate());
        List<Double> everybody = never.stream().flatMap(List::stream).toList();
        double[] levels = new double[LeadAges.count()];
        double highest = Double.NEGATIVE_INFINITY;
        for (int age = 0; age < levels.length; age++) {
            // Where there is nobody of an age today, those of all ages stand in.
            List<Double> leads = never.get(age).isEmpty() ? everybody : never.get(age);
            levels[age] = level(leads, rate(counted.neverByAge().get(age), rate));
            highest = Math.max(highest, levels[age]);
        }
        List<AgeOffset> ages = new ArrayList<>();
        for (int age = 0; age < levels.length && !everybody.isEmpty(); age++) {
            ages.add(new AgeOffset(LeadAges.days(age), levels[age] - highest));
        }
        return new Found(highest, ages, level(closed, rate(counted.closed(), calibration.baseRate())));
    }

    /** The share that was won, drawn towards another rate where few were counted. */
    private static double rate(Cases counted, double towards) {
        return (counted.won() + STRENGTH * towards) / (counted.contacts() + STRENGTH);
    }

    private static double level(List<Double> logOdds, double rate) {
        return logOdds.isEmpty()
                ? 0
                : Level.of(logOdds.stream().mapToDouble(Double::doubleValue).toArray(), rate);
    }
}
