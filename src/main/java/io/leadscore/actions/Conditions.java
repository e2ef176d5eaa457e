package io.leadscore.actions;

import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a rule does something: a lead moves so that all of these become true. {@code left} has to happen in the move
 * itself; priority and next best action have to hold after it, and one of them has to be new.
 *
 * @param entered priorities that the lead comes to; empty: any
 * @param left priorities that the lead comes from; empty: any
 * @param action the next best action; null: any
 * @param owned whether the contact has an owner; null: either
 * @param heldOut whether leads of the holdout are included
 */
public record Conditions(
        Set<Priority> entered,
        Set<Priority> left,
        @Nullable NextBestAction action,
        @Nullable Boolean owned,
        boolean heldOut) {

    public Conditions {
        Check.require(
                !entered.isEmpty() || !left.isEmpty() || action != null,
                "when must say entered, left or next-best-action");
        entered = Set.copyOf(entered);
        left = Set.copyOf(left);
    }

    /** A lead becomes of this priority. */
    static Conditions entering(Priority priority) {
        return new Conditions(EnumSet.of(priority), Set.of(), null, null, false);
    }

    /** Whether a move makes them true; who is held out is not looked at. */
    boolean matches(Move move) {
        boolean isNew = (!entered.isEmpty() && move.entered()) || (action != null && move.actionChanged());
        boolean happens = left.isEmpty() ? isNew : move.entered() && move.from() != null && left.contains(move.from());
        return happens && hold(move.to(), move.action(), move.owned());
    }

    /** Whether they are true of a lead that stands so; what has to happen is not looked at. */
    boolean hold(Priority priority, NextBestAction nextBestAction, boolean hasOwner) {
        return (entered.isEmpty() || entered.contains(priority))
                && (action == null || action == nextBestAction)
                && (owned == null || owned == hasOwner);
    }
}
