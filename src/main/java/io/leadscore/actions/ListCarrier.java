package io.leadscore.actions;

import io.leadscore.hubspot.ContactList;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.HubSpotException;
import io.leadscore.hubspot.MemberChange;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.StepKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Keeps leads on static lists: for each list that a call is about, one change, in packs of a thousand leads. A list that is
 * wrong harms those alone that are to be on it.
 */
final class ListCarrier implements Carrier {

    private static final int BATCH = 10_000;

    private final HubSpot hubSpot;

    ListCarrier(HubSpot hubSpot) {
        this.hubSpot = hubSpot;
    }

    @Override
    public ActionKind kind() {
        return ActionKind.LIST;
    }

    @Override
    public StepKey fails(Errand errand) {
        return StepKey.of(errand.action());
    }

    @Override
    public int batch() {
        return BATCH;
    }

    /** Worst news win: a lead that is on one list and could not be taken off another is not done. */
    @Override
    public Map<Long, Outcome> carry(long portalId, List<Errand> errands) {
        Map<String, ListMoves> moves = new LinkedHashMap<>();
        for (Errand errand : errands) {
            if (errand.step() instanceof Step.Nurture nurture) {
                nurture.lists().forEach((priority, list) -> moves.computeIfAbsent(list, name -> new ListMoves())
                        .move(errand, priority == errand.crossing().priority(), true));
            } else if (errand.step() instanceof Step.Listed listed) {
                moves.computeIfAbsent(listed.list(), name -> new ListMoves()).move(errand, true, false);
            }
        }
        Map<Long, Outcome> outcomes = new HashMap<>();
        moves.forEach((name, move) -> move.outcomes(change(name, move))
                .forEach((id, outcome) -> outcomes.merge(id, outcome, ListCarrier::worse)));
        errands.forEach(errand -> outcomes.putIfAbsent(errand.id(), new Outcome.Done(null)));
        return outcomes;
    }

    private Outcome change(String name, ListMoves moves) {
        try {
            ContactList list = moves.mayCreate()
                    ? hubSpot.lists().findOrCreate(name)
                    : hubSpot.lists().find(name);
            if (list == null) {
                return moves.adds().isEmpty() ? new Outcome.Done(null) : gone(name);
            }
            if (list.dynamic()) {
                return dynamic(name);
            }
            MemberChange change = hubSpot.lists().change(list.id(), moves.adds(), moves.removals());
            moves.lacks(change.missing());
            return switch (change.state()) {
                case DONE -> new Outcome.Done(Long.toString(list.id()));
                case LIST_GONE -> gone(name);
                case LIST_DYNAMIC -> dynamic(name);
            };
        } catch (HubSpotException failure) {
            return HubSpotOutcomes.of(failure);
        } catch (CancellationException interrupted) {
            return HubSpotOutcomes.stopped();
        }
    }

    private static Outcome gone(String name) {
        return new Outcome.Refused(
                "LIST_GONE",
                "There is no list '" + name + "' of contacts; create a static one, or correct jobs/actions.yml.",
                false);
    }

    private static Outcome dynamic(String name) {
        return new Outcome.Refused(
                "LIST_DYNAMIC",
                "HubSpot fills the list '" + name + "' by filters, so nobody can be added; name a static one.",
                false);
    }

    private static Outcome worse(Outcome one, Outcome other) {
        if (one instanceof Outcome.Done done) {
            return other instanceof Outcome.Done && done.hubspotId() != null ? one : other;
        }
        return one;
    }
}
