package io.leadscore.actions;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.ActionLine;
import io.leadscore.ledger.Holdouts;
import io.leadscore.ledger.KnownStanding;
import io.leadscore.ledger.Outbox;
import io.leadscore.ledger.Standings;
import io.leadscore.scoring.Holdout;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what scores set off, and writes it down in the transaction that records the scores, so that neither is there
 * without the other. Costs a query for each chunk, and writes only for leads that moved. Thread-safe; one run at a time.
 */
public final class ActionRecorder {

    private static final String RUN = "actions.run";

    private final ActionSettings settings;
    private final Standings standings;
    private final Outbox outbox;
    private final ActionLine line;
    private final AccountState state;
    private final Holdouts holdouts;
    private final MassQuota mass;
    private final Absentees absentees;
    private volatile @Nullable AbsentOwners absent;
    private final InstantSource clock;

    ActionRecorder(
            ActionSettings settings,
            Standings standings,
            Outbox outbox,
            ActionLine line,
            AccountState state,
            Holdouts holdouts,
            OwnerDirectory directory,
            MassQuota mass,
            InstantSource clock) {
        this.settings = settings;
        this.standings = standings;
        this.outbox = outbox;
        this.line = line;
        this.state = state;
        this.holdouts = holdouts;
        this.mass = mass;
        this.absentees = new Absentees(directory);
        this.clock = clock;
    }

    /**
     * Begins a run, or goes on with it after a restart, when a part of its new leads is scored already. To be called in a
     * transaction before the first {@link #record}.
     *
     * @return the run with the new leads that it had when it began
     */
    public ScoringRun begin(ScoringRun run) {
        String key = run.startedAt().toString() + " ";
        String stored = state.get(run.portalId(), RUN);
        long known = stored != null && stored.startsWith(key) ? Long.parseLong(stored.substring(key.length())) : 0;
        ScoringRun begun = run.withNewLeads(Math.max(known, run.newLeads()));
        state.put(run.portalId(), RUN, key + begun.newLeads(), clock.instant());
        return begun;
    }

    /**
     * Moves these leads, and queues what their moves set off. Joins the caller's transaction.
     *
     * @param run as {@link #begin} gave it
     * @param changes scored leads, each contact once
     * @return what it came to, by the names that the run report uses; counts of 0 are left out
     */
    public Map<String, Long> record(ScoringRun run, List<ScoreChange> changes) {
        if (changes.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        Gathering gathering = new Gathering(settings, run, now);
        gather(run, moved(run, changes, now), gathering, now);
        standings.put(run.portalId(), gathering.standings());
        // What waited counts as never done, unless the same rule does something now.
        line.cancel(run.portalId(), gathering.leavers(), now);
        standings.fired(run.portalId(), gathering.firings());
        outbox.add(run.portalId(), gathering.crossings(), gathering.actions(), now);
        return gathering.counts();
    }

    private List<MovedLead> moved(ScoringRun run, List<ScoreChange> changes, Instant now) {
        Map<Long, KnownStanding> known = standings.find(
                run.portalId(), changes.stream().map(ScoreChange::contactId).toList());
        List<MovedLead> moved = new ArrayList<>();
        for (ScoreChange change : changes) {
            MovedLead lead =
                    MovedLead.of(change, known.get(change.contactId()), settings.hysteresis(), run.thresholds(), now);
            if (!lead.isUnmoved()) {
                Long owner = change.ownerId();
                boolean nobodys = owner != null && absent(run).test(owner);
                moved.add(nobodys ? lead.ownedByNobody() : lead);
            }
        }
        return moved;
    }

    /** Asked at most once a run, and not at all where it matters to no rule who owns a lead. */
    private LongPredicate absent(ScoringRun run) {
        AbsentOwners current = absent;
        if (current == null || !current.runBegan().equals(run.startedAt())) {
            LongPredicate owners = settings.asksForOwners() ? absentees.ofWhoCanBeRead(run.portalId()) : owner -> false;
            current = new AbsentOwners(run.startedAt(), owners);
            absent = current;
        }
        return current.owners();
    }

    private record AbsentOwners(Instant runBegan, LongPredicate owners) {}

    private void gather(ScoringRun run, List<MovedLead> leads, Gathering gathering, Instant now) {
        HoldoutOnce heldOut = new HoldoutOnce(run.portalId());
        List<MovedLead> byWeights = new ArrayList<>();
        for (MovedLead lead : leads) {
            if (settings.rules().isEmpty()
                    || lead.move().isNone()
                    || (lead.isNew() && run.silencesNewLeads(settings.bulkAbove()))) {
                gathering.silently(lead, () -> heldOut.contains(lead.contactId()));
            } else if (lead.change().isByWeightsAlone()) {
                byWeights.add(lead);
            } else {
                gathering.fire(lead, heldOut.contains(lead.contactId()));
            }
        }
        if (!byWeights.isEmpty()) {
            boolean some = mass.begin(run, now) > 0;
            for (MovedLead lead : byWeights) {
                if (some) {
                    gathering.hold(lead, heldOut.contains(lead.contactId()));
                } else {
                    gathering.silently(lead, () -> heldOut.contains(lead.contactId()));
                }
            }
        }
    }

    /** The holdout, asked for only when something may be set off. */
    private final class HoldoutOnce {

        private final long portalId;
        private @Nullable Holdout holdout;

        HoldoutOnce(long portalId) {
            this.portalId = portalId;
        }

        boolean contains(long contactId) {
            if (holdout == null) {
                holdout = holdouts.obey(portalId);
            }
            return holdout.contains(contactId);
        }
    }
}
