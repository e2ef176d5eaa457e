package io.leadscore.actions;

import io.leadscore.ledger.ActionCount;
import io.leadscore.ledger.ActionDoors;
import io.leadscore.ledger.ActionEntry;
import io.leadscore.ledger.ActionFilter;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.Cause;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** An account with a recorder and a runner on a real database, a fake HubSpot and a clock that a test sets. */
final class ActionFixture {

    final ActionDoors doors = new ActionDoors();
    final long portal = ActionDoors.newPortal();
    final SettableClock clock = new SettableClock(SampleMoves.MONDAY);
    final FakeHubSpot hubSpot;
    private ActionSettings settings;
    private double holdoutShare;

    ActionFixture(ActionSettings settings) {
        this(settings, () -> FakeHubSpot.Fault.NONE);
    }

    ActionFixture(ActionSettings settings, Supplier<FakeHubSpot.Fault> faults) {
        this.settings = settings;
        this.hubSpot = new FakeHubSpot(clock, faults);
    }

    void change(UnaryOperator<ActionSettings> edit) {
        settings = edit.apply(settings);
    }

    void holdOut(double share) {
        holdoutShare = share;
    }

    ActionRecorder recorder() {
        return new ActionRecorder(
                settings,
                doors.standings(),
                doors.outbox(),
                doors.line(),
                doors.state(),
                doors.holdouts(holdoutShare, clock),
                portalId -> hubSpot.owners(),
                mass(),
                clock);
    }

    private MassQuota mass() {
        return new MassQuota(doors.state(), doors.standings(), settings.massShare());
    }

    ActionRunner runner() {
        return new ActionRunner(
                settings,
                new Desk(
                        doors.outbox(),
                        doors.line(),
                        doors.assignments(),
                        doors.book(),
                        doors.breakers(),
                        mass(),
                        doors.transactions()),
                hubSpot.carriers(),
                portalId -> hubSpot.owners(),
                (portalId, troubles) -> hubSpot.told.add(troubles),
                clock,
                clock);
    }

    ActionPlan plan() {
        return new ActionPlan(settings, doors.standings(), doors.holdouts(holdoutShare, clock), clock);
    }

    Map<String, Long> record(ScoringRun run, ScoreChange... changes) {
        return record(run, List.of(changes));
    }

    Map<String, Long> record(ScoringRun run, List<ScoreChange> changes) {
        Map<String, Long> counts =
                doors.transactions().execute(status -> recorder().record(run, changes));
        return counts == null ? Map.of() : counts;
    }

    /** Scores a lead that was scored before. */
    Map<String, Long> score(long contactId, int before, int points, Cause... causes) {
        return record(SampleMoves.run(portal), SampleMoves.change(contactId, before, points, causes));
    }

    ActReport act() {
        return runner().act(portal, ActionWatch.NONE);
    }

    /** Leads with these ids that come from Medium to High. */
    List<ScoreChange> highs(long first, int many) {
        List<ScoreChange> changes = new ArrayList<>();
        for (long id = first; id < first + many; id++) {
            changes.add(SampleMoves.change(id, 60, 85));
        }
        return changes;
    }

    long count(ActionKind kind, ActionState state) {
        return doors.book().counts(portal).stream()
                .filter(count -> count.kind() == kind && count.state() == state)
                .mapToLong(ActionCount::actions)
                .sum();
    }

    long count(ActionState state) {
        return doors.book().counts(portal).stream()
                .filter(count -> count.state() == state)
                .mapToLong(ActionCount::actions)
                .sum();
    }

    List<ActionEntry> all() {
        return doors.book().list(portal, ActionFilter.in(EnumSet.allOf(ActionState.class)), 100_000);
    }
}
