package io.leadscore.learning;

import io.leadscore.scoring.CustomSignal;
import org.jspecify.annotations.Nullable;

/**
 * What a property would add as a signal, on the newest deals, from which nothing was learnt.
 *
 * @param signal the property, declared as a signal
 * @param known of how many of the closed deals it is known, 0 to 1
 * @param alone the area under the ROC curve by it alone, with its interval
 * @param adds by how much the area grows when it is added to the built-in signals, with its interval
 * @param doubt why it was most likely written by the outcome, in a sentence; null where it was not
 */
public record Screened(
        CustomSignal signal,
        double known,
        Difference alone,
        Difference adds,
        @Nullable String doubt) {

    private static final double LEAST_ADDED = 0.005;
    private static final double SURE = 0.9;

    /** Whether it is worth declaring: it adds something, most likely not by chance, and is not doubted. */
    public boolean isWorthIt() {
        return doubt == null && adds.value() >= LEAST_ADDED && adds.sureness() >= SURE;
    }
}
