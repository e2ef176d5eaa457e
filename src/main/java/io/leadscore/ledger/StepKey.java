package io.leadscore.ledger;

/**
 * One step of one rule; or every step that is of a kind.
 *
 * @param rule its name; empty for every rule
 * @param step which of the rule's steps, from 0; -1 for every step
 */
public record StepKey(String rule, int step) {

    /** Every step of every rule. */
    public static final StepKey ALL = new StepKey("", -1);

    /** The step that an action is of. */
    public static StepKey of(QueuedAction action) {
        return new StepKey(action.rule(), action.step());
    }

    /** Whether an action is of this step. */
    public boolean covers(QueuedAction action) {
        return equals(ALL) || equals(of(action));
    }
}
