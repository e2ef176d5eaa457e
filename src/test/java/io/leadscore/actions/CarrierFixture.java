package io.leadscore.actions;

import io.leadscore.hubspot.SandboxAccount;
import io.leadscore.ledger.ActionCount;
import io.leadscore.ledger.ActionDoors;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An account on the stand-in, with a recorder, a runner and all that carries for HubSpot, in a time that passes at once. */
final class CarrierFixture implements AutoCloseable {

    final SandboxAccount account = new SandboxAccount();
    final ActionDoors doors = new ActionDoors();
    final long portal = ActionDoors.newPortal();
    final ActionSettings settings;
    private final List<Carrier> carriers = new ArrayList<>();
    private final OwnerDirectory directory;

    CarrierFixture(ActionRule... rules) {
        settings = SampleMoves.settings(rules);
        CarrierConfiguration configuration = new CarrierConfiguration();
        directory = configuration.ownerDirectory(account.hubSpot);
        carriers.add(configuration.assignCarrier(account.hubSpot, directory));
        carriers.add(configuration.listCarrier(account.hubSpot));
        carriers.add(configuration.enrolCarrier(account.hubSpot));
        carriers.add(configuration.taskCarrier(account.hubSpot, settings, account.clock()));
        carriers.add(configuration.noteCarrier(account.hubSpot));
    }

    /** New contacts, each with an address. */
    List<Long> contacts(int many) {
        List<Long> contacts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            contacts.add(account.contact("lead" + i + "@example.com"));
        }
        return contacts;
    }

    /** They become High. */
    void moveUp(Collection<Long> contacts) {
        List<ScoreChange> changes = new ArrayList<>();
        contacts.forEach(contact -> changes.add(SampleMoves.change(contact, 60, 85)));
        record(changes);
    }

    void record(List<ScoreChange> changes) {
        ActionRecorder recorder = new ActionRecorder(
                settings,
                doors.standings(),
                doors.outbox(),
                doors.line(),
                doors.state(),
                doors.holdouts(0, account.clock()),
                directory,
                mass(),
                account.clock());
        doors.transactions().executeWithoutResult(status -> recorder.record(SampleMoves.run(portal), changes));
    }

    private MassQuota mass() {
        return new MassQuota(doors.state(), doors.standings(), settings.massShare());
    }

    ActReport act() {
        ActionRunner runner = new ActionRunner(
                settings,
                new Desk(
                        doors.outbox(),
                        doors.line(),
                        doors.assignments(),
                        doors.book(),
                        doors.breakers(),
                        mass(),
                        doors.transactions()),
                carriers,
                directory,
                (portalId, troubles) -> false,
                account.clock(),
                account::pass);
        return runner.act(portal, ActionWatch.NONE);
    }

    long count(ActionKind kind, ActionState state) {
        return doors.book().counts(portal).stream()
                .filter(count -> count.kind() == kind && count.state() == state)
                .mapToLong(ActionCount::actions)
                .sum();
    }

    int calls(String call) {
        return account.sandbox.traffic().count(call);
    }

    @Override
    public void close() {
        account.close();
    }
}
