package io.leadscore.actions;

import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionLine;
import io.leadscore.ledger.Crossing;
import io.leadscore.ledger.QueuedAction;
import io.leadscore.ledger.WaitingAction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets High leads out of the line as far as their owners have room today, the best first. A lead without an owner that is
 * to be assigned goes to somebody who has room; those that are not to be assigned share the room of one owner.
 */
final class Releasing {

    private final Shift shift;
    private final Owners owners;

    Releasing(Shift shift, Owners owners) {
        this.shift = shift;
        this.owners = owners;
    }

    void release() {
        List<WaitingAction> waiting = shift.desk().line().waiting(shift.portalId());
        if (waiting.isEmpty()) {
            return;
        }
        LocalDate today = shift.settings().workingHours().day(shift.now());
        Room room = new Room(
                shift.settings().highPerOwnerAndDay(), shift.desk().line().released(shift.portalId(), today));
        List<ActionLine.Release> moves = new ArrayList<>();
        Map<Long, Instant> dueAt = new LinkedHashMap<>();
        Map<Long, Long> decided = new LinkedHashMap<>();
        Choosing choosing = null;
        for (List<QueuedAction> move : moves(waiting)) {
            Crossing lead = move.get(0).crossing();
            QueuedAction assignment = lead.ownerId() == null ? assignment(move) : null;
            Long owner = lead.ownerId() == null ? Long.valueOf(ActionLine.NOBODY) : lead.ownerId();
            if (assignment != null) {
                choosing = owners.choosing();
                owner = choosing == null ? null : chosen(choosing, assignment, room, decided);
            }
            if (owner == null || !room.has(owner)) {
                continue;
            }
            room.take(owner);
            moves.add(new ActionLine.Release(lead.contactId(), lead.sequence()));
            move.forEach(action -> dueAt.put(action.id(), dueAt(action)));
        }
        keep(today, moves, dueAt, decided, choosing);
    }

    private void keep(
            LocalDate today,
            List<ActionLine.Release> moves,
            Map<Long, Instant> dueAt,
            Map<Long, Long> decided,
            @Nullable Choosing choosing) {
        if (moves.isEmpty()) {
            return;
        }
        shift.desk().inTransaction(() -> {
            shift.desk().assignments().decide(shift.portalId(), decided);
            if (choosing != null) {
                choosing.save();
            }
            shift.desk().line().release(shift.portalId(), today, moves, dueAt);
        });
        shift.tally().count("actions let out of the line", dueAt.size());
    }

    /** The owner who has room; nobody's room when nobody may have it at all; null when it has to wait. */
    private @Nullable Long chosen(Choosing choosing, QueuedAction assignment, Room room, Map<Long, Long> decided) {
        Step step = shift.settings().step(assignment.rule(), assignment.step());
        if (!(step instanceof Step.Assign assign)) {
            return ActionLine.NOBODY;
        }
        Choice choice = choosing.choose(assign.by(), assignment.crossing(), room::has);
        if (choice instanceof Choice.Chosen chosen) {
            decided.put(assignment.id(), chosen.ownerId());
            return chosen.ownerId();
        }
        return choice instanceof Choice.Full ? null : Long.valueOf(ActionLine.NOBODY);
    }

    private Instant dueAt(QueuedAction action) {
        Step step = shift.settings().step(action.rule(), action.step());
        return step == null ? shift.now() : shift.settings().dueAt(step, shift.now());
    }

    /** What waits, by the move that set it off, in the order of the line. */
    static List<List<QueuedAction>> moves(List<WaitingAction> waiting) {
        Map<ActionLine.Release, List<QueuedAction>> moves = new LinkedHashMap<>();
        waiting.forEach(one -> moves.computeIfAbsent(
                        new ActionLine.Release(
                                one.action().contactId(),
                                one.action().crossing().sequence()),
                        move -> new ArrayList<>())
                .add(one.action()));
        return List.copyOf(moves.values());
    }

    private static @Nullable QueuedAction assignment(List<QueuedAction> move) {
        return move.stream()
                .filter(action -> action.kind() == ActionKind.ASSIGN)
                .findFirst()
                .orElse(null);
    }
}
