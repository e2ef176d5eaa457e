package io.leadscore.learning;

import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.OutcomeRules;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Learns close probabilities of one survey's deals, and says how. Not thread-safe. */
final class Calibrating {

    /** The base rate, in log odds, must move so far for a new weight set: by a tenth of the odds. */
    private static final double WORTH_TELLING = 0.1;

    private static final double PERCENT = 100;

    /** Probabilities are compared on so many of the newest looks at deals. */
    private static final int NEWEST = 2_000;

    private final Calibration base;
    private final List<String> notes;

    /** @param notes takes what is to be told */
    Calibrating(Survey survey, OutcomeRules outcome, List<String> notes) {
        this.base = Calibration.baseRate(survey.matured(), survey.closed(), outcome);
        this.notes = notes;
    }

    /** Tells something beside. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** The base rate alone. */
    Calibration base() {
        return base;
    }

    /**
     * Learns.
     *
     * @param whose as notes name it
     * @param proven what others, that have not seen the newest deals, say of the slope; null: the observations themselves do
     */
    Calibration learn(String whose, List<Observation> observations, CalibrationLearner.@Nullable Proven proven) {
        if (observations.stream().noneMatch(Observation::won)
                || observations.stream().allMatch(Observation::won)) {
            return base;
        }
        CalibrationLearner.Learnt learnt = CalibrationLearner.learn(observations, proven);
        notes.add("The probability of the " + whose + " is "
                + learnt.curve().shape().name().toLowerCase(Locale.ROOT)
                + ", from " + observations.size() + " looks at resolved deals; log loss of each shape out of time: "
                + learnt.losses().entrySet().stream()
                        .map(loss -> loss.getKey().toLowerCase(Locale.ROOT) + " " + Judge.number(loss.getValue()))
                        .collect(Collectors.joining(", "))
                + (learnt.windowStart() == Long.MIN_VALUE
                        ? ""
                        : "; the rate changed, so that it is taken from "
                                + Instant.ofEpochMilli(learnt.windowStart()).truncatedTo(ChronoUnit.DAYS) + " on")
                + ".");
        return new Calibration(
                base.baseRate(), base.resolvedDeals(), base.wonDeals(), true, base.horizonDays(), learnt.curve());
    }

    /** Whether the base rate is another one. */
    boolean rateMovedFrom(Calibration before) {
        return Math.abs(logOdds(base.baseRate()) - logOdds(before.baseRate())) > WORTH_TELLING;
    }

    /** Whether the probability of the newest deals would be another one. */
    static boolean differs(Calibration before, Calibration other, List<Observation> observations) {
        double off = observations.stream()
                .sorted(Comparator.comparingLong(Observation::at).reversed())
                .limit(NEWEST)
                .mapToDouble(one -> Math.abs(before.probability(one.prospect()).percent()
                        - other.probability(one.prospect()).percent()))
                .average()
                .orElse(0);
        return off > PERCENT * WORTH_TELLING * other.baseRate() / 2;
    }

    private static double logOdds(double rate) {
        return StrictMath.log(rate / (1 - rate));
    }
}
