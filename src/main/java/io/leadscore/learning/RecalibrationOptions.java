package io.leadscore.learning;

import io.leadscore.lead.StaticFacts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an operator decides about learning, before it begins. Immutable.
 *
 * @param history how far back deals are learnt from, by creation
 * @param statics which facts without a history are taken to have been then what they are today
 * @param limits how far the four weights may go
 * @param promotion when a candidate takes the incumbent's place
 * @param calibrationWindow how far back deals are looked at for the probability, at the most
 * @param beforeClose so long before a deal's close the weights are judged a second time
 * @param shadow how long a candidate that may be promoted scores beside the incumbent first; zero: not at all
 * @param seed of the random numbers
 */
public record RecalibrationOptions(
        Duration history,
        StaticFacts statics,
        WeightLimits limits,
        PromotionRule promotion,
        Duration calibrationWindow,
        Duration beforeClose,
        Duration shadow,
        long seed) {

    private static final long SEED = 20_260_101;

    /** @throws IllegalArgumentException when a duration makes no sense */
    public RecalibrationOptions {
        positive(history, "history");
        positive(calibrationWindow, "calibration-window");
        positive(beforeClose, "before-close");
        if (shadow.isNegative()) {
            throw new IllegalArgumentException("shadow must not be negative");
        }
    }

    /** What holds if nothing else is said. */
    public static RecalibrationOptions defaults() {
        return new RecalibrationOptions(
                Duration.ofDays(1_095),
                StaticFacts.of(StaticFacts.KNOWN),
                new WeightLimits(0.02, 0.80, 0.10),
                PromotionRule.DEFAULT,
                Duration.ofDays(730),
                Duration.ofDays(14),
                Duration.ZERO,
                SEED);
    }

    /** The same with deals of another span. */
    public RecalibrationOptions withHistory(Duration span) {
        return new RecalibrationOptions(span, statics, limits, promotion, calibrationWindow, beforeClose, shadow, seed);
    }

    /** The same with other random numbers. */
    public RecalibrationOptions withSeed(long other) {
        return new RecalibrationOptions(
                history, statics, limits, promotion, calibrationWindow, beforeClose, shadow, other);
    }

    /** By name, for provenance. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("history", days(history));
        named.put("static-facts", statics.toString());
        named.put("least-weight", String.valueOf(limits.least()));
        named.put("most-weight", String.valueOf(limits.most()));
        named.put("weight-step", String.valueOf(limits.step()));
        named.put("sureness", String.valueOf(promotion.sureness()));
        named.put("likelihood", String.valueOf(promotion.likelihood()));
        named.put("auc-slack", String.valueOf(promotion.aucSlack()));
        named.put("judged-share", String.valueOf(promotion.judgedShare()));
        named.put("draws", String.valueOf(promotion.draws()));
        named.put("calibration-window", days(calibrationWindow));
        named.put("before-close", days(beforeClose));
        named.put("shadow", days(shadow));
        return named;
    }

    private static String days(Duration duration) {
        return duration.toDays() + "d";
    }

    private static void positive(Duration duration, String name) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " must be longer than 0");
        }
    }
}
