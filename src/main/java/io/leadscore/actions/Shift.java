package io.leadscore.actions;

import io.leadscore.ledger.QueuedAction;
import io.leadscore.ledger.Settlement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A run that acts: what all its parts share. Confined to one thread. */
final class Shift {

    private final long portalId;
    private final ActionSettings settings;
    private final Desk desk;
    private final InstantSource clock;
    private final ActionWatch watch;
    private final ActTally tally = new ActTally();
    private final Instant deadline;
    private final long total;
    private long done;
    private boolean stopped;

    /** @param total how many actions are pending */
    Shift(long portalId, ActionSettings settings, Desk desk, InstantSource clock, ActionWatch watch, long total) {
        this.portalId = portalId;
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
        this.watch = watch;
        this.deadline = clock.instant().plus(settings.timeBudget());
        this.total = total;
    }

    long portalId() {
        return portalId;
    }

    ActionSettings settings() {
        return settings;
    }

    Desk desk() {
        return desk;
    }

    ActTally tally() {
        return tally;
    }

    Instant now() {
        return clock.instant();
    }

    Instant deadline() {
        return deadline;
    }

    /** Whether there is time for another call. */
    boolean hasTime() {
        return !stopped && clock.instant().isBefore(deadline) && mayGoOn();
    }

    /** Asked between a claim and its call. */
    boolean mayGoOn() {
        stopped = stopped || Thread.currentThread().isInterrupted() || !watch.mayGoOn();
        return !stopped;
    }

    void progress(long many) {
        done += many;
        watch.update(Math.min(done, total), total);
    }

    /** Settles actions, each with the claim that it was sent with; in the caller's transaction. */
    List<Settlement> settle(List<QueuedAction> actions, Function<QueuedAction, @Nullable Settlement> settling) {
        Map<String, List<Settlement>> byClaim = new TreeMap<>();
        List<Settlement> all = new ArrayList<>();
        for (QueuedAction action : actions) {
            Settlement settlement = settling.apply(action);
            if (settlement != null) {
                byClaim.computeIfAbsent(String.valueOf(action.claim()), claim -> new ArrayList<>())
                        .add(settlement);
                all.add(settlement);
            }
        }
        byClaim.forEach((claim, settlements) -> desk.outbox().settle(portalId, claim, settlements, now()));
        return all;
    }
}
