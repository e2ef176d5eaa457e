package io.leadscore.actions;

import io.leadscore.hubspot.Assignment;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.RejectedUpdate;
import io.leadscore.ledger.ActionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Assigns leads that have no owner, or one that counts as none; who was chosen by a person keeps them. */
final class AssignCarrier implements Carrier {

    private static final int BATCH = 100;

    /** HubSpot's clock and ours may differ by as much. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final HubSpot hubSpot;
    private final Absentees absentees;

    AssignCarrier(HubSpot hubSpot, Absentees absentees) {
        this.hubSpot = hubSpot;
        this.absentees = absentees;
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
        return HubSpotOutcomes.repeatable(errands, () -> assign(portalId, errands));
    }

    private Map<Long, Outcome> assign(long portalId, List<Errand> errands) {
        Map<Long, Long> owners = new LinkedHashMap<>();
        for (Errand errand : errands) {
            owners.putIfAbsent(
                    errand.contactId(), Objects.requireNonNull(errand.action().assignee()));
        }
        Instant since = errands.stream()
                .map(errand -> errand.crossing().at())
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(CLOCKS_APART);
        Assignment result = hubSpot.contactOwners().assign(owners, absentees.of(portalId), since);
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
