package io.leadscore.actions;

import io.leadscore.hubspot.ActivityKind;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.NewActivity;
import io.leadscore.hubspot.NewTask;
import io.leadscore.ledger.ActionKind;
import java.time.InstantSource;

/** Makes tasks for the owners of leads, due within working hours. */
final class TaskCarrier extends ActivityCarrier {

    private final WorkingHours hours;
    private final InstantSource clock;

    TaskCarrier(HubSpot hubSpot, WorkingHours hours, InstantSource clock) {
        super(hubSpot.activities(), ActivityKind.TASK);
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public ActionKind kind() {
        return ActionKind.TASK;
    }

    @Override
    NewActivity activity(Errand errand) {
        Step.Task task = (Step.Task) errand.step();
        return new NewTask(
                errand.marker(),
                errand.contactId(),
                errand.ownerId(),
                hours.after(clock.instant(), task.dueIn()),
                ActionText.taskSubject(task.type(), errand.crossing()),
                lines(errand.crossing()),
                NewTask.Priority.HIGH,
                NewTask.Type.valueOf(task.type().name()));
    }
}
