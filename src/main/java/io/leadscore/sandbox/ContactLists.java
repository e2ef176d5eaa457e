package io.leadscore.sandbox;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The account's lists of contacts. Thread-safe. */
final class ContactLists {

    private final Map<Long, Membership> lists = new ConcurrentSkipListMap<>();

    /** A list and the ids of its contacts. */
    record Membership(long id, String name, Set<Long> members) {}

    /** A new empty list; null when the name is taken. */
    synchronized @Nullable Membership create(String name) {
        if (find(name) != null) {
            return null;
        }
        Membership list = new Membership(lists.size() + 1L, name, ConcurrentHashMap.newKeySet());
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
