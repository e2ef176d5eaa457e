package io.leadscore.actions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one call changes about one list. Of two moves of a lead the later one counts. Confined to one thread. */
final class ListMoves {

    private final List<Errand> errands = new ArrayList<>();
    private final Map<Long, Boolean> on = new LinkedHashMap<>();
    private final Set<Long> missing = new HashSet<>();
    private boolean nurture;

    /**
     * Moves a lead.
     *
     * @param toBeOn whether it is to be on the list, or off it
     * @param nurturing whether the list is created when it is not there
     */
    void move(Errand errand, boolean toBeOn, boolean nurturing) {
        errands.add(errand);
        on.put(errand.contactId(), toBeOn);
        nurture = nurture || nurturing;
    }

    /** Leads that HubSpot does not have. */
    void lacks(Set<Long> contacts) {
        missing.addAll(contacts);
    }

    /** Nobody needs a list to be taken off it. */
    boolean mayCreate() {
        return nurture && !adds().isEmpty();
    }

    List<Long> adds() {
        return contacts(true);
    }

    List<Long> removals() {
        return contacts(false);
    }

    private List<Long> contacts(boolean toBeOn) {
        return on.entrySet().stream()
                .filter(entry -> entry.getValue() == toBeOn)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What became of each, given what became of the change. */
    Map<Long, Outcome> outcomes(Outcome change) {
        Map<Long, Outcome> outcomes = new HashMap<>();
        for (Errand errand : errands) {
            boolean gone = change instanceof Outcome.Done && missing.contains(errand.contactId());
            outcomes.put(errand.id(), gone ? HubSpotOutcomes.gone() : ofOne(errand, change));
        }
        return outcomes;
    }

    /** A list that a lead was taken off is not what came of it. */
    private Outcome ofOne(Errand errand, Outcome change) {
        boolean off = Boolean.FALSE.equals(on.get(errand.contactId()));
        return off && change instanceof Outcome.Done ? new Outcome.Done(null) : change;
    }
}
