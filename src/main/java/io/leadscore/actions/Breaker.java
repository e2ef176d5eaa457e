package io.leadscore.actions;

import io.leadscore.ledger.ActionBreaker;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.StepKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves alone what does not work, so that an outage costs a few calls and not every action: a kind, or one step of a rule,
 * is left for the run when it is refused or put off as a whole, or after a few calls in a row without an answer. A kind that
 * is told when to ask again is only set aside until then, and left when it is told so a few times in a row. The next run
 * tries it with one call first; what goes on failing rests longer and longer, and what was due all the while is given
 * up in the end. Confined to one thread, and to one run.
 */
final class Breaker {

    /** So many calls in a row without an answer, and the rest is left. */
    private static final int IN_A_ROW = 3;

    /** How long what failed in two runs rests, then twice as long each time. */
    private static final Duration REST = Duration.ofMinutes(5);

    private static final Duration LONGEST_REST = Duration.ofHours(1);

    /** A program that was off for days is no outage of days: nothing is given up before so many failures. */
    private static final int FEWEST_FAILURES = 5;

    /** From how many failures in a row on an administrator is told, before anything is given up. */
    private static final int TOLD_FROM = 3;

    private static final int PAGE = 1_000;

    private final Shift shift;
    private final Carrier carrier;
    private final Map<StepKey, ActionBreaker> open = new HashMap<>();
    private final Set<StepKey> left = new HashSet<>();
    private int unanswered;
    private int waits;
    private Outcome.@Nullable Later aside;

    Breaker(Shift shift, Carrier carrier) {
        this.shift = shift;
        this.carrier = carrier;
        for (ActionBreaker breaker : shift.desk().breakers().all(shift.portalId())) {
            if (breaker.kind() == carrier.kind()) {
                open.put(breaker.step(), breaker);
                if (breaker.restsUntil().isAfter(shift.now())) {
                    left.add(breaker.step());
                    shift.tally().resting(breaker);
                }
            }
        }
    }

    /** How long something has to fail until what was due all the while is given up: a list is a state, the rest is news. */
    static Duration patience(ActionKind kind) {
        return switch (kind) {
            case ASSIGN, LIST -> Duration.ofDays(3);
            case TASK, NOTE, ENROL, MAIL, WEBHOOK -> Duration.ofDays(1);
        };
    }

    /** Steps that are left in this run. */
    Set<StepKey> left() {
        return left;
    }

    /** Whether the whole kind is left in this run. */
    boolean isLeft() {
        return left.contains(StepKey.ALL);
    }

    /** Until when the whole kind is set aside in this run; null when it is not. */
    @Nullable
    Instant asideUntil() {
        return aside == null || !aside.until().isAfter(shift.now()) ? null : aside.until();
    }

    /** Leaves what is still set aside to the next run. */
    void leaveAside() {
        if (aside != null && asideUntil() != null) {
            trip(StepKey.ALL, aside.sentence(), aside.advice(), true);
        }
    }

    /**
     * Learns how a call went.
     *
     * @return whether anything is left or set aside from now on
     */
    boolean heard(List<Errand> errands, Map<Long, Outcome> outcomes) {
        boolean answered = false;
        boolean tripped = false;
        for (Errand errand : errands) {
            Outcome outcome = outcomes.get(errand.id());
            if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Refused) {
                answered = true;
                close(carrier.fails(errand));
            }
        }
        waits = answered ? 0 : waits;
        for (Errand errand : errands) {
            Outcome outcome = outcomes.get(errand.id());
            if (outcome instanceof Outcome.Later later) {
                return setAside(later);
            }
            if (outcome instanceof Outcome.Blocked blocked) {
                tripped |= trip(carrier.fails(errand), blocked.sentence(), blocked.advice(), false);
            } else if (outcome instanceof Outcome.Postponed postponed) {
                tripped |= trip(carrier.fails(errand), postponed.sentence(), postponed.advice(), true);
            }
        }
        if (answered || tripped) {
            unanswered = 0;
            return tripped;
        }
        unanswered++;
        StepKey step = carrier.fails(errands.get(0));
        if (unanswered < IN_A_ROW && !open.containsKey(step)) {
            return false;
        }
        return trip(
                step,
                "Calls for " + Words.of(carrier.kind()) + " get no answer.",
                "The others are left pending, and the next run tries one first.",
                true);
    }

    private boolean setAside(Outcome.Later later) {
        unanswered = 0;
        waits++;
        aside = later;
        return waits < IN_A_ROW || trip(StepKey.ALL, later.sentence(), later.advice(), true);
    }

    /**
     * Leaves a step, or all of the kind, for the rest of the run.
     *
     * @param rests whether it is to be tried less and less often
     * @return false: it was left already
     */
    boolean trip(StepKey step, String sentence, String advice, boolean rests) {
        if (!left.add(step)) {
            return false;
        }
        shift.tally().trouble(sentence, advice);
        Instant now = shift.now();
        ActionBreaker before = open.get(step);
        int failures = before == null ? 1 : before.failures() + 1;
        ActionBreaker breaker = new ActionBreaker(
                carrier.kind(),
                step,
                before == null ? now : before.since(),
                failures,
                rests ? now.plus(rest(failures)) : now,
                sentence,
                advice,
                before != null && before.told());
        open.put(step, breaker);
        shift.desk().inTransaction(() -> shift.desk().breakers().put(shift.portalId(), breaker));
        if (failures >= FEWEST_FAILURES
                && !breaker.since().plus(patience(carrier.kind())).isAfter(now)) {
            giveUp(breaker, now.minus(patience(carrier.kind())));
        }
        return true;
    }

    /** Whether an administrator is to be told of something that fails. */
    static boolean isToBeTold(ActionBreaker breaker) {
        return !breaker.told() && breaker.failures() >= TOLD_FROM;
    }

    private static Duration rest(int failures) {
        if (failures < 2) {
            return Duration.ZERO;
        }
        Duration rest = REST.multipliedBy(1L << Math.min(failures - 2, 10));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    private void close(StepKey step) {
        left.remove(step);
        if (open.remove(step) != null) {
            shift.desk().inTransaction(() -> shift.desk().breakers().remove(shift.portalId(), carrier.kind(), step));
        }
    }

    /** Gives up what was due at that time already. */
    private void giveUp(ActionBreaker breaker, Instant due) {
        List<Long> page;
        do {
            page = shift.desk().outbox().dueOf(shift.portalId(), carrier.kind(), breaker.step(), due, PAGE);
            List<Long> ids = page;
            shift.desk().inTransaction(() -> shift.desk()
                    .outbox()
                    .end(
                            shift.portalId(),
                            ids,
                            ActionState.FAILED,
                            "OUT_OF_PATIENCE",
                            breaker.sentence(),
                            shift.now()));
            shift.tally().failed(carrier.kind(), breaker.sentence(), ids.size());
        } while (!page.isEmpty());
    }
}
