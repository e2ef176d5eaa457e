package io.leadscore.actions;

import io.leadscore.hubspot.Assignment;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.RejectedUpdate;
import io.leadscore.ledger.ActionKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Assigns leads that have no owner: each batch is read, then what still has none is written. */
final class AssignCarrier implements Carrier {

    private static final int BATCH = 100;

    private final HubSpot hubSpot;

    AssignCarrier(HubSpot hubSpot) {
        this.hubSpot = hubSpot;
    }

    @Override
    public ActionKind kind() {
        return ActionKind.ASSIGN;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Map<Long, Outcome> carry(long portalId, List<Errand> errands) {
        return HubSpotOutcomes.repeatable(errands, () -> assign(errands));
    }

    private Map<Long, Outcome> assign(List<Errand> errands) {
        Map<Long, Long> owners = new LinkedHashMap<>();
        for (Errand errand : errands) {
            owners.putIfAbsent(
                    errand.contactId(), Objects.requireNonNull(errand.action().assignee()));
        }
        Assignment result = hubSpot.contactOwners().assign(owners);
        Map<Long, String> rejected = new HashMap<>();
        for (RejectedUpdate update : result.rejected()) {
            rejected.put(update.id(), update.code());
        }
        Map<Long, Outcome> outcomes = new HashMap<>();
        for (Errand errand : errands) {
            long contact = errand.contactId();
            outcomes.put(
                    errand.id(),
                    outcome(contact, Objects.requireNonNull(owners.get(contact)), result, rejected.get(contact)));
        }
        return outcomes;
    }

    private static Outcome outcome(long contact, long owner, Assignment result, @Nullable String rejection) {
        Long chosen = result.kept().get(contact);
        if (chosen != null) {
            return new Outcome.Done(Long.toString(chosen));
        }
        if (result.assigned().contains(contact)) {
            return new Outcome.Done(Long.toString(owner));
        }
        if (rejection != null) {
            // Somebody else is chosen next time: the owner may have been archived since the account's owners were read.
            return HubSpotOutcomes.refused(rejection, "The owner may have been archived meanwhile.", true);
        }
        if (result.merged().containsKey(contact)) {
            return new Outcome.Refused("MERGED", "The contact was merged into another one.", false);
        }
        return HubSpotOutcomes.gone();
    }
}
