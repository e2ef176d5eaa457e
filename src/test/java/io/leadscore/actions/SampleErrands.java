package io.leadscore.actions;

import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.Crossing;
import io.leadscore.ledger.QueuedAction;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errands that need no ledger. */
final class SampleErrands {

    static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");

    private SampleErrands() {}

    static Errand errand(long id, long contactId, @Nullable Long ownerId, Step step, String... reasons) {
        Crossing crossing = new Crossing(
                contactId,
                1,
                AT,
                7,
                60,
                Priority.MEDIUM,
                85,
                Priority.HIGH,
                NextBestAction.FOLLOW_UP,
                ownerId,
                "DE",
                null,
                120L,
                List.of(reasons));
        QueuedAction action = new QueuedAction(
                id,
                crossing,
                "rule",
                0,
                step.kind(),
                Marker.of(1, contactId, "rule", 0, id),
                ActionState.SENT,
                0,
                null,
                AT,
                "claim",
                null);
        return new Errand(action, step);
    }
}
