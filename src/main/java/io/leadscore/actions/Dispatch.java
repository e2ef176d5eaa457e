package io.leadscore.actions;

import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.QueuedAction;
import io.leadscore.ledger.Settlement;
import io.leadscore.ledger.StepKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what is due of one kind, a call at a time: claim, commit, call, settle, commit. A kill at any point leaves
 * every action either where it was or marked as sent. Confined to one thread, and to one run.
 */
final class Dispatch {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    /** How many actions are read at once, or as many as go into a call. */
    private static final int PAGE = 1_000;

    private final Shift shift;
    private final Carrier carrier;
    private final Preparation preparation;
    private final Breaker breaker;
    private final BooleanSupplier unowned;
    private final Deque<List<Errand>> parcels = new ArrayDeque<>();
    private boolean stopped;
    private boolean blocked;
    private boolean logged;

    /** @param unowned whether leads that are still to get an owner are carried out, too */
    Dispatch(Shift shift, Carrier carrier, Preparation preparation, BooleanSupplier unowned) {
        this.shift = shift;
        this.carrier = carrier;
        this.preparation = preparation;
        this.unowned = unowned;
        this.breaker = new Breaker(shift, carrier);
    }

    /** Whether the kind is left until somebody does something about it: nobody need wait for it. */
    boolean isBlocked() {
        return blocked;
    }

    /** Until when the kind is set aside; null when it may take its turns. */
    @Nullable
    Instant asideUntil() {
        return isLeft() ? null : breaker.asideUntil();
    }

    /** Leaves what is still set aside to the next run. */
    void leaveAside() {
        if (!isLeft()) {
            breaker.leaveAside();
        }
    }

    /**
     * Makes one call, unless the kind is set aside.
     *
     * @return whether there may be something to do for another one
     */
    boolean turn() {
        if (isLeft() || !shift.hasTime()) {
            return false;
        }
        if (breaker.asideUntil() != null) {
            return true;
        }
        if (parcels.isEmpty() && !fetch()) {
            return false;
        }
        if (!parcels.isEmpty()) {
            carry(parcels.remove());
        }
        return !isLeft();
    }

    /** Reads what is due; false: nothing is, or nothing can be done about it now. */
    private boolean fetch() {
        List<QueuedAction> due = shift.desk()
                .outbox()
                .due(
                        shift.portalId(),
                        carrier.kind(),
                        shift.now(),
                        Math.max(PAGE, carrier.batch()),
                        unowned.getAsBoolean(),
                        breaker.left());
        if (due.isEmpty()) {
            return false;
        }
        List<QueuedAction> ready = preparation.prepare(known(due));
        if (ready == null) {
            Trouble obstacle = preparation.obstacle();
            breaker.trip(StepKey.ALL, obstacle.sentence(), obstacle.advice(), true);
            return false;
        }
        List<Errand> errands = new ArrayList<>();
        for (QueuedAction action : ready) {
            errands.add(new Errand(action, Objects.requireNonNull(step(action))));
        }
        parcels.addAll(carrier.parcels(errands));
        return true;
    }

    /** What an action is to do; null when its rule says something else now. */
    private @Nullable Step step(QueuedAction action) {
        Step step = shift.settings().step(action.rule(), action.step());
        return step != null && step.kind() == action.kind() ? step : null;
    }

    /** Actions whose rule was renamed, removed or rewritten since are cancelled. */
    private List<QueuedAction> known(List<QueuedAction> due) {
        List<QueuedAction> known = new ArrayList<>();
        List<Long> orphans = new ArrayList<>();
        for (QueuedAction action : due) {
            if (step(action) != null) {
                known.add(action);
            } else {
                orphans.add(action.id());
            }
        }
        if (!orphans.isEmpty()) {
            shift.desk().inTransaction(() -> shift.desk()
                    .outbox()
                    .end(
                            shift.portalId(),
                            orphans,
                            ActionState.CANCELLED,
                            "RULE_GONE",
                            "Its rule says something else now, or is gone from actions.yml.",
                            shift.now()));
            shift.tally().count("actions cancelled, rule gone", orphans.size());
        }
        return known;
    }

    private void carry(List<Errand> parcel) {
        List<Errand> claimed = claim(parcel);
        if (claimed.isEmpty()) {
            return;
        }
        List<QueuedAction> actions = claimed.stream().map(Errand::action).toList();
        if (!shift.mayGoOn()) {
            shift.desk().inTransaction(() -> shift.settle(actions, Settling::givenBack));
            stopped = true;
            return;
        }
        Map<Long, Outcome> outcomes = outcomes(claimed);
        Runnable after = preparation.after(claimed, outcomes);
        List<Settlement> settlements = new ArrayList<>();
        shift.desk().inTransaction(() -> {
            settlements.addAll(shift.settle(
                    actions,
                    action -> Settling.of(
                            action, outcomes.getOrDefault(action.id(), new Outcome.Unanswered()), shift.now())));
            after.run();
        });
        shift.tally().settled(carrier.kind(), settlements);
        shift.progress(settlements.size());
        learn(claimed, outcomes);
    }

    private List<Errand> claim(List<Errand> parcel) {
        String claim = UUID.randomUUID().toString();
        List<Long> ids = parcel.stream().map(Errand::id).toList();
        Set<Long> claimed = new HashSet<>();
        shift.desk()
                .inTransaction(
                        () -> claimed.addAll(shift.desk().outbox().claim(shift.portalId(), ids, claim, shift.now())));
        return parcel.stream()
                .filter(errand -> claimed.contains(errand.id()))
                .map(errand -> new Errand(errand.action().withClaim(claim), errand.step()))
                .toList();
    }

    /** Whatever a carrier throws, nobody knows what was done. Its message is not logged, for it may quote records. */
    private Map<Long, Outcome> outcomes(List<Errand> errands) {
        try {
            return new HashMap<>(carrier.carry(shift.portalId(), errands));
        } catch (RuntimeException e) {
            if (!logged) {
                logged = true;
                log.warn(
                        "A call for {} ended in {}: nobody knows what it did.",
                        Words.of(carrier.kind()),
                        e.getClass().getSimpleName());
            }
            return Map.of();
        }
    }

    /** What a stopped run's calls came to says nothing of whom they were for. What is left is not carried any more. */
    private void learn(List<Errand> errands, Map<Long, Outcome> outcomes) {
        blocked |= outcomes.values().stream().anyMatch(Outcome.Blocked.class::isInstance);
        if (!shift.mayGoOn()) {
            stopped = true;
        } else if (breaker.heard(errands, outcomes)) {
            parcels.clear();
        }
    }

    private boolean isLeft() {
        return stopped || breaker.isLeft();
    }
}
