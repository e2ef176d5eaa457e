package io.leadscore.actions;

import io.leadscore.ledger.ActionLine;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.Crossing;
import io.leadscore.ledger.QueuedAction;
import io.leadscore.ledger.WaitingAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses, of all leads that other weights alone moved in a run, the best that may set something off, and cancels the rest:
 * after the last of them was scored, so that it is merit that counts and not whose turn came first.
 */
final class MassChoice {

    private final Shift shift;
    private final MassQuota quota;

    MassChoice(Shift shift, MassQuota quota) {
        this.shift = shift;
        this.quota = quota;
    }

    void choose() {
        List<WaitingAction> held = shift.desk().line().held(shift.portalId());
        if (held.isEmpty()) {
            return;
        }
        Instant now = shift.now();
        long left = quota.left(shift.portalId());
        List<ActionLine.Choice> chosen = new ArrayList<>();
        List<QueuedAction> passedOver = new ArrayList<>();
        long taken = 0;
        long silent = 0;
        for (List<QueuedAction> move : Releasing.moves(held)) {
            if (taken < left) {
                taken++;
                move.forEach(action -> chosen.add(choice(action, now)));
            } else {
                silent++;
                passedOver.addAll(move);
            }
        }
        long many = taken;
        shift.desk().inTransaction(() -> {
            shift.desk().line().choose(shift.portalId(), chosen);
            shift.desk().line().passOver(shift.portalId(), passedOver, now);
            quota.take(shift.portalId(), many, now);
        });
        shift.tally().count(Gathering.QUEUED, chosen.size());
        shift.tally().count(Gathering.SILENT, silent);
    }

    private ActionLine.Choice choice(QueuedAction action, Instant now) {
        ActionRule rule = shift.settings().rule(action.rule());
        Step step = shift.settings().step(action.rule(), action.step());
        boolean waits =
                rule != null && shift.settings().highPerOwnerAndDay() > 0 && rule.standsInLine(move(action.crossing()));
        return new ActionLine.Choice(
                action.id(),
                waits ? ActionState.WAITING : ActionState.PENDING,
                step == null ? now : shift.settings().dueAt(step, now));
    }

    private static Move move(Crossing crossing) {
        return new Move(
                crossing.priorityBefore(), crossing.priority(), null, crossing.action(), crossing.ownerId() != null);
    }
}
