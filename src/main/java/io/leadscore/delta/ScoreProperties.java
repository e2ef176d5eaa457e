package io.leadscore.delta;

import io.leadscore.hubspot.ScoreProperty;
import io.leadscore.ledger.WrittenScore;
import io.leadscore.scoring.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A score as HubSpot's properties: all values are strings on the wire. */
final class ScoreProperties {

    private ScoreProperties() {}

    /**
     * Every property's value.
     *
     * @param scoredAt when the points last changed
     */
    static Map<String, String> of(Score score, Instant scoredAt) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(ScoreProperty.SCORE.propertyName(), Integer.toString(score.points()));
        values.put(ScoreProperty.PRIORITY.propertyName(), score.priority().label());
        values.put(ScoreProperty.FIT.propertyName(), score.fit().label());
        values.put(
                ScoreProperty.PROBABILITY.propertyName(),
                BigDecimal.valueOf(score.probability().percent())
                        .stripTrailingZeros()
                        .toPlainString());
        values.put(ScoreProperty.NEXT_BEST_ACTION.propertyName(), score.action().label());
        values.put(ScoreProperty.REASONS.propertyName(), score.reasons());
        values.put(ScoreProperty.SCORED_AT.propertyName(), scoredAt.toString());
        values.put(ScoreProperty.MODEL_VERSION.propertyName(), score.modelVersion());
        return values;
    }

    /** When the points last changed: now, unless they are what they were. */
    static Instant scoredAt(Score score, @Nullable WrittenScore written) {
        return written != null
                        && written.points() == score.points()
                        && !written.scoredAt().isAfter(score.asOf())
                ? written.scoredAt()
                : score.asOf().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The values that HubSpot does not have yet. */
    static Map<String, String> differing(Map<String, String> values, @Nullable WrittenScore written) {
        if (written == null) {
            return values;
        }
        Map<String, String> differing = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!value.equals(written.properties().get(name))) {
                differing.put(name, value);
            }
        });
        return differing;
    }
}
