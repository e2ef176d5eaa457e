package io.leadscore.actions;

import io.leadscore.hubspot.Activities;
import io.leadscore.hubspot.ActivityKind;
import io.leadscore.hubspot.NewActivity;
import io.leadscore.ledger.Crossing;
import io.leadscore.ledger.QueuedAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Creates activities on leads, a hundred a call, and finds them again by their markers. */
abstract class ActivityCarrier implements Carrier {

    private final Activities activities;
    private final ActivityKind activity;

    ActivityCarrier(Activities activities, ActivityKind activity) {
        this.activities = activities;
        this.activity = activity;
    }

    @Override
    public final int batch() {
        return Activities.LARGEST_BATCH;
    }

    /** What is to be created. */
    abstract NewActivity activity(Errand errand);

    /** What an activity says, plain text: the door to HubSpot escapes it, and puts the marker under it. */
    static List<String> lines(Crossing crossing) {
        List<String> lines = new ArrayList<>(List.of(ActionText.moved(crossing)));
        lines.addAll(crossing.reasons());
        return lines;
    }

    @Override
    public final Map<Long, Outcome> carry(long portalId, List<Errand> errands) {
        List<NewActivity> wanted = errands.stream().map(this::activity).toList();
        Map<String, io.leadscore.hubspot.Outcome> created = activities.create(wanted);
        Map<Long, Outcome> outcomes = new HashMap<>();
        for (Errand errand : errands) {
            io.leadscore.hubspot.Outcome outcome = created.get(errand.marker());
            outcomes.put(errand.id(), outcome == null ? new Outcome.Unanswered() : HubSpotOutcomes.of(outcome));
        }
        return outcomes;
    }

    @Override
    public final Map<Long, String> find(long portalId, List<QueuedAction> actions) {
        Map<Long, Set<String>> markers = new HashMap<>();
        Instant since = Instant.MAX;
        for (QueuedAction action : actions) {
            markers.computeIfAbsent(action.contactId(), contact -> new HashSet<>())
                    .add(action.marker());
            Instant sent = sentAt(action);
            since = sent.isBefore(since) ? sent : since;
        }
        if (actions.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> ids = activities.find(activity, markers, since);
        Map<Long, String> found = new HashMap<>();
        for (QueuedAction action : actions) {
            Long id = ids.get(action.marker());
            if (id != null) {
                found.put(action.id(), Long.toString(id));
            }
        }
        return found;
    }

    /** What was sent before and looked for then was surely not there. */
    private static Instant sentAt(QueuedAction action) {
        return Objects.requireNonNullElse(action.sentAt(), action.crossing().at());
    }
}
