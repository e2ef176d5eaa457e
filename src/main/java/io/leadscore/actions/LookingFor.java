package io.leadscore.actions;

import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.QueuedAction;
import io.leadscore.ledger.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of actions of which no answer came, in this run or in one that was killed: not before a call that
 * was still under way has surely landed.
 */
final class LookingFor {

    private static final Logger log = LoggerFactory.getLogger(LookingFor.class);

    private final Shift shift;
    private final Map<ActionKind, Carrier> carriers;
    private final Set<ActionKind> left = EnumSet.noneOf(ActionKind.class);

    LookingFor(Shift shift, Map<ActionKind, Carrier> carriers) {
        this.shift = shift;
        this.carriers = carriers;
    }

    /** Settles what a killed run left behind and what cannot be looked for. */
    void settleOrphans() {
        for (ActionKind kind : ActionKind.values()) {
            if (Settling.lostAnswer(kind) == Settling.LostAnswer.LOOK_FOR) {
                continue;
            }
            List<QueuedAction> orphans = shift.desk().outbox().sent(shift.portalId(), kind);
            if (!orphans.isEmpty()) {
                List<Settlement> settlements = new ArrayList<>();
                shift.desk()
                        .inTransaction(() -> settlements.addAll(
                                shift.settle(orphans, action -> Settling.orphaned(action, shift.now()))));
                shift.tally().settled(kind, settlements);
            }
        }
    }

    /** Looks for whatever may be looked for by now. */
    void look() {
        for (ActionKind kind : ActionKind.values()) {
            Carrier carrier = carriers.get(kind);
            if (Settling.lostAnswer(kind) == Settling.LostAnswer.LOOK_FOR && carrier != null) {
                look(carrier, ripe(kind));
            }
        }
    }

    /** When the next one may be looked for; null when there is none. */
    @Nullable
    Instant next() {
        Instant next = null;
        for (ActionKind kind : carriers.keySet()) {
            if (Settling.lostAnswer(kind) != Settling.LostAnswer.LOOK_FOR || left.contains(kind)) {
                continue;
            }
            for (QueuedAction action : shift.desk().outbox().sent(shift.portalId(), kind)) {
                Instant ripe = ripeAt(action);
                next = next == null || ripe.isBefore(next) ? ripe : next;
            }
        }
        return next;
    }

    private void look(Carrier carrier, List<QueuedAction> ripe) {
        for (int start = 0; start < ripe.size(); start += carrier.batch()) {
            if (left.contains(carrier.kind()) || !shift.hasTime()) {
                return;
            }
            look(carrier, ripe, ripe.subList(start, Math.min(ripe.size(), start + carrier.batch())));
        }
    }

    private void look(Carrier carrier, List<QueuedAction> all, List<QueuedAction> some) {
        Map<Long, String> found;
        try {
            found = carrier.find(shift.portalId(), some);
        } catch (RuntimeException e) {
            left.add(carrier.kind());
            log.warn(
                    "{} could not be looked for ({}).",
                    Words.of(carrier.kind()),
                    e.getClass().getSimpleName());
            shift.tally()
                    .trouble(
                            all.size() + " " + Words.of(carrier.kind())
                                    + " of which no answer came could not be looked for.",
                            "Nothing is repeated until they are; it is tried again in the next run.");
            giveUp(carrier.kind(), all);
            return;
        }
        List<Settlement> settlements = new ArrayList<>();
        shift.desk()
                .inTransaction(() -> settlements.addAll(
                        shift.settle(some, action -> Settling.lookedFor(action, found.get(action.id()), shift.now()))));
        shift.tally().settled(carrier.kind(), settlements);
    }

    /** What could not be looked for so long that nobody waits for it any more. */
    private void giveUp(ActionKind kind, List<QueuedAction> actions) {
        Instant sentBefore = shift.now().minus(Breaker.patience(kind));
        List<QueuedAction> old = actions.stream()
                .filter(action -> sentAt(action).isBefore(sentBefore))
                .toList();
        List<Settlement> settlements = new ArrayList<>();
        shift.desk()
                .inTransaction(
                        () -> settlements.addAll(shift.settle(old, action -> Settling.unknown(action, shift.now()))));
        shift.tally().settled(kind, settlements);
    }

    private List<QueuedAction> ripe(ActionKind kind) {
        Instant now = shift.now();
        return shift.desk().outbox().sent(shift.portalId(), kind).stream()
                .filter(action -> !ripeAt(action).isAfter(now))
                .toList();
    }

    private Instant ripeAt(QueuedAction action) {
        return sentAt(action).plus(shift.settings().lookAfter());
    }

    private static Instant sentAt(QueuedAction action) {
        return Objects.requireNonNullElse(action.sentAt(), Instant.EPOCH);
    }
}
