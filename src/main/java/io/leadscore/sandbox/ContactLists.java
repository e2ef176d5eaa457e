package io.leadscore.sandbox;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The account's lists of contacts. Thread-safe. */
public final class ContactLists {

    private final Map<Long, Membership> lists = new ConcurrentSkipListMap<>();
    private long created;

    /** A list and the ids of its contacts. */
    record Membership(long id, String name, boolean dynamic, Set<Long> members) {}

    /** Creates an empty list that HubSpot fills by filters. Returns its id. */
    public long createDynamic(String name) {
        Membership list = create(name, true);
        if (list == null) {
            throw new IllegalArgumentException("There is a list of this name already.");
        }
        return list.id();
    }

    /** The id of the list with this name; null when there is none. */
    public @Nullable Long id(String name) {
        Membership list = find(name);
        return list == null ? null : list.id();
    }

    /** The contacts on the list with this name, a copy; none when there is no such list. */
    public Set<Long> members(String name) {
        Membership list = find(name);
        return list == null ? Set.of() : Set.copyOf(list.members());
    }

    /** Deletes a list; whether there was one. */
    public boolean delete(long id) {
        return lists.remove(id) != null;
    }

    /** A new empty list; null when the name is taken. */
    synchronized @Nullable Membership create(String name, boolean dynamic) {
        if (find(name) != null) {
            return null;
        }
        created++;
        Membership list = new Membership(created, name, dynamic, ConcurrentHashMap.newKeySet());
        lists.put(list.id(), list);
        return list;
    }

    @Nullable
    Membership get(long id) {
        return lists.get(id);
    }

    @Nullable
    Membership find(String name) {
        return lists.values().stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
