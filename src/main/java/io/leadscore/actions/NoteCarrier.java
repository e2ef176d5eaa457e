package io.leadscore.actions;

import io.leadscore.hubspot.ActivityKind;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.NewActivity;
import io.leadscore.hubspot.NewNote;
import io.leadscore.ledger.ActionKind;

/** Notes on leads how their scores moved, and why. */
final class NoteCarrier extends ActivityCarrier {

    NoteCarrier(HubSpot hubSpot) {
        super(hubSpot.activities(), ActivityKind.NOTE);
    }

    @Override
    public ActionKind kind() {
        return ActionKind.NOTE;
    }

    /** It stands on the timeline where the score moved. */
    @Override
    NewActivity activity(Errand errand) {
        return new NewNote(
                errand.marker(),
                errand.contactId(),
                errand.ownerId(),
                errand.crossing().at(),
                lines(errand.crossing()));
    }
}
