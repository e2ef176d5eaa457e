package io.leadscore.actions;

import io.leadscore.ledger.ActionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In which order kinds take their turns: all assignments, so that owners are known; then a call of each kind in the order
 * of {@link ActionKind}, again and again, so that a kind with many calls, or one that is told to wait, keeps no other
 * waiting.
 */
final class Rounds {

    private final @Nullable Dispatch assignments;
    private final List<Dispatch> others = new ArrayList<>();

    Rounds(Shift shift, Map<ActionKind, Carrier> carriers, Preparation assigning) {
        Carrier assigner = carriers.get(ActionKind.ASSIGN);
        Dispatch first = assigner == null ? null : new Dispatch(shift, assigner, assigning, () -> true);
        assignments = first;
        carriers.forEach((kind, carrier) -> {
            if (kind != ActionKind.ASSIGN) {
                // Who can be given no owner is looked after without one; a hiccup is waited out.
                others.add(new Dispatch(shift, carrier, Preparation.NONE, () -> first == null || first.isBlocked()));
            }
        });
    }

    /** Carries out all that is due, as far as there is time. */
    void carryAll() {
        while (assignments != null && assignments.turn()) {}
        List<Dispatch> busy = new ArrayList<>(others);
        while (busy.stream().anyMatch(dispatch -> dispatch.asideUntil() == null)) {
            busy.removeIf(dispatch -> !dispatch.turn());
        }
    }

    /** When the first of the kinds that are set aside may go on; null when none is. */
    @Nullable
    Instant next() {
        return others.stream()
                .map(Dispatch::asideUntil)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Leaves the kinds that are still set aside to the next run. */
    void leaveAside() {
        others.forEach(Dispatch::leaveAside);
    }
}
