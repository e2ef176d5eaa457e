package io.leadscore.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * High leads that were acted on against those that were held out, since the present share holds, from the instant at
 * which each first became High. Who was held out counts as such whatever happened later.
 *
 * @param share of the contacts that is held out; 0 when nobody is
 * @param since from when on; null when nobody is held out, and then all leads count as acted on
 * @param treated those that were acted on
 * @param heldOut those that were not
 * @param closeRate how the treated ones' lead-to-close rate differs
 * @param timeToClose how the treated ones' time to close differs
 */
public record Trial(
        double share,
        @Nullable Instant since,
        Group treated,
        Group heldOut,
        Comparison closeRate,
        Comparison timeToClose) {

    static Trial of(KpiSettings settings, double share, @Nullable Instant since, Group treated, Group heldOut) {
        return new Trial(
                share,
                since,
                treated,
                heldOut,
                Comparison.ofRivals(
                        settings.closeRateGoal(),
                        heldOut.closeRate().measure(),
                        treated.closeRate().measure()),
                Comparison.ofRivals(
                        settings.closeTimeGoal(),
                        heldOut.timeToClose().measure(),
                        treated.timeToClose().measure()));
    }
}
