package io.leadscore.actions;

import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule: when something happens to a lead, these things are done.
 *
 * @param name tells it from the others; actions that are not done yet are lost when it is renamed
 * @param when when it does something
 * @param coolDown how long it then does nothing for the same lead, but keep it on the right list
 * @param steps what it does, at least one thing
 */
public record ActionRule(String name, Conditions when, Duration coolDown, List<Step> steps) {

    /** Name of the rule that {@code HUBSPOT_HIGH_PRIORITY_WORKFLOW_ID} means. */
    public static final String HIGH_PRIORITY_WORKFLOW = "high-priority-workflow";

    /** How long a rule does nothing more for the same lead unless it says otherwise. */
    public static final Duration COOL_DOWN = Duration.ofDays(7);

    public ActionRule {
        Check.name("name", name);
        Check.between("cool-down", coolDown, Duration.ZERO, Duration.ofDays(3650));
        Check.require(!steps.isEmpty(), "do must say what is to be done");
        steps = List.copyOf(steps);
        for (Step step : steps) {
            Check.require(
                    !(step instanceof Step.Nurture) || followsEveryMove(when),
                    "when must say entered: any and nothing else for a rule with nurture, which follows every move");
        }
    }

    private static boolean followsEveryMove(Conditions when) {
        return when.entered().equals(EnumSet.allOf(Priority.class))
                && when.left().isEmpty()
                && when.action() == null
                && when.owned() == null;
    }

    /** The rule that {@code HUBSPOT_HIGH_PRIORITY_WORKFLOW_ID} means: leads that become High are enrolled in it. */
    public static ActionRule enrolling(long workflow) {
        return new ActionRule(
                HIGH_PRIORITY_WORKFLOW,
                Conditions.entering(Priority.HIGH),
                COOL_DOWN,
                List.of(new Step.Enrol(workflow)));
    }

    /**
     * What the rule makes of a move.
     *
     * @param firedAt when it last did something for the lead; null: never
     * @param heldOut whether the lead is in the holdout
     */
    Verdict verdict(Move move, @Nullable Instant firedAt, boolean heldOut, Instant now) {
        if (!when.matches(move)) {
            return Verdict.NO_MATCH;
        }
        if (heldOut && !when.heldOut()) {
            return Verdict.HELD_OUT;
        }
        return isCoolingDown(firedAt, now) ? Verdict.COOLING_DOWN : Verdict.FIRES;
    }

    /** Whether it still rests after what it last did for a lead. */
    boolean isCoolingDown(@Nullable Instant firedAt, Instant now) {
        return firedAt != null && firedAt.plus(coolDown).isAfter(now);
    }

    /** Whether what it does for a move has to wait until the owner has room for another High lead. */
    boolean standsInLine(Move move) {
        return move.enteredHigh() && when.entered().contains(Priority.HIGH);
    }
}
