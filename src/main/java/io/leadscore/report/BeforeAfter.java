package io.leadscore.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Leads whose whole window passed before anything was scored against those that were created since. Other things changed
 * in between, too: this proves less than a trial.
 *
 * @param firstScoring when leads were first scored; null when none is
 * @param before leads that were created more than a window before that, in as long a time as the others, but at least
 *     one window; null when none is scored
 * @param after leads that were created since and had a window's time; null while there can be none
 * @param pending leads that were created since and have not had a window's time yet
 * @param closeRate how the lead-to-close rate changed
 * @param timeToClose how the time to close changed, of all leads, for the earlier ones had no scores
 */
public record BeforeAfter(
        @Nullable Instant firstScoring,
        @Nullable Cohort before,
        @Nullable Cohort after,
        long pending,
        Comparison closeRate,
        Comparison timeToClose) {

    static BeforeAfter of(
            KpiSettings settings,
            @Nullable Instant firstScoring,
            @Nullable Cohort before,
            @Nullable Cohort after,
            long pending) {
        Group none = Group.of(0, 0);
        Group first = before == null ? none : before.leads();
        Group second = after == null ? none : after.leads();
        return new BeforeAfter(
                firstScoring,
                before,
                after,
                pending,
                Comparison.withPast(
                        settings.closeRateGoal(),
                        first.closeRate().measure(),
                        second.closeRate().measure()),
                Comparison.withPast(
                        settings.closeTimeGoal(),
                        first.timeToClose().measure(),
                        second.timeToClose().measure()));
    }
}
