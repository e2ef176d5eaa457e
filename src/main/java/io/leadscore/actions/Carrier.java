package io.leadscore.actions;

import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.QueuedAction;
import io.leadscore.ledger.StepKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Carries out actions of one kind. It remembers nothing and repeats nothing that may be done already: that is the
 * outbox's. What it is given is marked as sent, and committed, before. One run at a time.
 */
interface Carrier {

    /** What it carries out. */
    ActionKind kind();

    /** The most actions in a call. Of what cannot be looked for afterwards, one: a kill leaves all of a call unknown. */
    int batch();

    /**
     * Divides actions into calls; each is claimed, carried and settled for itself. Digests may put those of one recipient
     * together.
     *
     * @param errands in the order in which they are due
     */
    default List<List<Errand>> parcels(List<Errand> errands) {
        List<List<Errand>> parcels = new ArrayList<>();
        for (int start = 0; start < errands.size(); start += batch()) {
            parcels.add(errands.subList(start, Math.min(errands.size(), start + batch())));
        }
        return parcels;
    }

    /**
     * What fails with an action when it is refused or put off as a whole, or gets no answer: every action of the kind, or
     * its step alone, because another step goes elsewhere.
     */
    default StepKey fails(Errand errand) {
        return StepKey.ALL;
    }

    /**
     * Carries out the actions of a call. An action without an outcome, and every one when this throws, counts as
     * {@link Outcome.Unanswered}: it throws only when nobody knows what was done.
     *
     * @return what became of each, by {@link Errand#id()}
     */
    Map<Long, Outcome> carry(long portalId, List<Errand> errands);

    /**
     * Looks for what calls without an answer may have done, by {@link QueuedAction#marker()}; asked of tasks and notes
     * only. It must see whatever HubSpot did a minute ago, so it is not to trust the search index alone.
     *
     * @return HubSpot's id of what was found, by {@link QueuedAction#id()}; what is not in it is surely not there
     * @throws RuntimeException when HubSpot cannot be asked; it is asked again in the next run
     */
    default Map<Long, String> find(long portalId, List<QueuedAction> actions) {
        throw new UnsupportedOperationException(kind() + " cannot be looked for: done again, or unknown");
    }
}
