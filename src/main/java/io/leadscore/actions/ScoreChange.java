package io.leadscore.actions;

import io.leadscore.ledger.Cause;
import io.leadscore.scoring.Score;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lead that was scored, whether or not the score differs from the one before.
 *
 * @param pointsBefore of the score before; null when the lead was never scored
 * @param score the score now
 * @param causes why it was computed
 * @param ownerId the contact's owner; null when it has none
 * @param country ISO 3166-1 alpha-2 code, the company's or else the contact's
 * @param region code of the state or province within the country, such as {@code CA}
 * @param employees of the company
 */
public record ScoreChange(
        @Nullable Integer pointsBefore,
        Score score,
        Set<Cause> causes,
        @Nullable Long ownerId,
        @Nullable String country,
        @Nullable String region,
        @Nullable Long employees) {

    private static final Set<Cause> NO_NEWS =
            Set.of(Cause.WEIGHTS, Cause.ANALYSED, Cause.TIME, Cause.OVERWRITTEN, Cause.REJECTED_BEFORE);

    public ScoreChange {
        causes = Set.copyOf(causes);
    }

    /** The same lead, whose owner counts as none. */
    ScoreChange ownedByNobody() {
        return new ScoreChange(pointsBefore, score, causes, null, country, region, employees);
    }

    long contactId() {
        return score.contactId();
    }

    /**
     * Whether nothing about the lead is new, only the weights it is scored by, or what the AI says of it, which may come for
     * many leads at once; what HubSpot did with our own properties is no news either.
     */
    boolean isByWeightsAlone() {
        return (causes.contains(Cause.WEIGHTS) || causes.contains(Cause.ANALYSED)) && NO_NEWS.containsAll(causes);
    }
}
