package io.leadscore.ledger;

import java.time.Instant;

/**
 * Something that keeps failing, from run to run, until it works again.
 *
 * @param kind of action
 * @param step the step of a rule that fails, or {@link StepKey#ALL}
 * @param since when it first failed
 * @param failures in how many runs it failed, at least 1
 * @param restsUntil not to be tried before
 * @param sentence what is wrong, never in words of the CRM
 * @param advice what to do
 * @param told whether an administrator knows
 */
public record ActionBreaker(
        ActionKind kind,
        StepKey step,
        Instant since,
        int failures,
        Instant restsUntil,
        String sentence,
        String advice,
        boolean told) {

    /** The same, and an administrator knows. */
    public ActionBreaker asTold() {
        return new ActionBreaker(kind, step, since, failures, restsUntil, sentence, advice, true);
    }
}
