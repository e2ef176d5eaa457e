package io.leadscore.hubspot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Static lists of contacts ("segments"). Needs the scopes {@code crm.lists.read} and {@code crm.lists.write}. Everything
 * here is safe to repeat, also after an exception. Thread-safe.
 */
public final class Lists {

    /** HubSpot's most is not documented; its list endpoints are known to take this many. */
    static final int LARGEST_CHANGE = 1_000;

    private final HubSpotApi api;
    private final Calls calls;
    private final String version;

    Lists(HubSpotApi api, Calls calls, String version) {
        this.api = api;
        this.calls = calls;
        this.version = version;
    }

    /** The list of contacts with this name; null when there is none. Names are unique in an account. One call. */
    public @Nullable ContactList find(String name) {
        return readOrNull(() -> api.contactListNamed(version, name));
    }

    /**
     * The list of contacts with this name, created as a static one when there is none. One call, two when it is created;
     * one more when another one created it at the same moment.
     */
    public ContactList findOrCreate(String name) {
        ContactList found = find(name);
        return found == null ? create(name) : found;
    }

    /** Creation by a unique name may be repeated: after a lost answer HubSpot refuses the name, and it is found. */
    private ContactList create(String name) {
        ListInput input = ListInput.ofContacts(name);
        try {
            return calls.callOrRefusal(Family.LISTS, () -> api.createList(version, input), ListAnswer::isReadable)
                    .body()
                    .toList();
        } catch (FailedCall refusal) {
            ContactList found = find(name);
            if (found == null) {
                throw calls.translate(refusal);
            }
            return found;
        }
    }

    /** Adds contacts to a list, a call for every 1,000. */
    public MemberChange add(long listId, Collection<Long> contactIds) {
        return change(listId, contactIds, List.of());
    }

    /** Removes contacts from a list, a call for every 1,000. */
    public MemberChange remove(long listId, Collection<Long> contactIds) {
        return change(listId, List.of(), contactIds);
    }

    /**
     * Adds some contacts to a list and removes others, a call for every 1,000 of both together; one more to find out why
     * HubSpot refuses.
     *
     * @throws IllegalArgumentException when a contact is to be added and removed
     */
    public MemberChange change(long listId, Collection<Long> toAdd, Collection<Long> toRemove) {
        Set<Long> adding = new LinkedHashSet<>(toAdd);
        List<Long> all = new ArrayList<>(adding);
        all.addAll(new LinkedHashSet<>(toRemove));
        if (new HashSet<>(all).size() < all.size()) {
            throw new IllegalArgumentException("A contact is to be added to a list and removed from it.");
        }
        Set<Long> added = new HashSet<>();
        Set<Long> removed = new HashSet<>();
        Set<Long> missing = new HashSet<>();
        for (List<Long> batch : Batches.<Long>of(all, LARGEST_CHANGE)) {
            MembersAnswer answer;
            try {
                answer = send(listId, texts(batch, adding, true), texts(batch, adding, false));
            } catch (FailedCall refusal) {
                return new MemberChange(why(listId, refusal), added, removed, missing);
            }
            added.addAll(MembersAnswer.ids(answer.recordsIdsAdded()));
            removed.addAll(MembersAnswer.ids(answer.recordIdsRemoved()));
            missing.addAll(MembersAnswer.ids(answer.recordIdsMissing()));
        }
        return new MemberChange(MemberChange.State.DONE, added, removed, missing);
    }

    private MembersAnswer send(long listId, List<String> add, List<String> remove) {
        return calls.callOrRefusal(
                        Family.LISTS,
                        () -> {
                            if (remove.isEmpty()) {
                                return api.addMembers(version, listId, add);
                            }
                            return add.isEmpty()
                                    ? api.removeMembers(version, listId, remove)
                                    : api.changeMembers(version, listId, new MembersInput(add, remove));
                        },
                        MembersAnswer::isReadable)
                .body();
    }

    /** Why HubSpot refuses a change: the codes of a dynamic list's refusal are not documented, so the list is read. */
    private MemberChange.State why(long listId, FailedCall refusal) {
        ContactList list = refusal.isMissing() ? null : readOrNull(() -> api.list(version, listId));
        if (list == null) {
            return MemberChange.State.LIST_GONE;
        }
        if (list.dynamic()) {
            return MemberChange.State.LIST_DYNAMIC;
        }
        throw calls.translate(refusal);
    }

    private @Nullable ContactList readOrNull(Supplier<ResponseEntity<ListAnswer>> send) {
        try {
            return calls.callOrRefusal(Family.LISTS, send, ListAnswer::isReadable)
                    .body()
                    .toList();
        } catch (FailedCall refusal) {
            if (refusal.isMissing()) {
                return null;
            }
            throw calls.translate(refusal);
        }
    }

    private static List<String> texts(List<Long> batch, Set<Long> adding, boolean toAdd) {
        return batch.stream()
                .filter(id -> adding.contains(id) == toAdd)
                .map(id -> Long.toString(id))
                .toList();
    }
}
