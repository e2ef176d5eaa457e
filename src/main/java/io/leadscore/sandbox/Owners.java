package io.leadscore.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The account's owners: at the start five persons, of whom one is archived, and a queue. Thread-safe.
 */
public final class Owners {

    private final Map<Long, Entry> entries = new ConcurrentSkipListMap<>();

    Owners() {
        for (Owner owner : Owner.values()) {
            entries.put(
                    owner.number(),
                    new Entry(
                            owner.number(),
                            owner.userId(),
                            owner.firstName(),
                            owner.lastName(),
                            owner == Owner.INBOUND,
                            owner == Owner.ELIF));
        }
    }

    record Entry(long id, long userId, String firstName, String lastName, boolean queue, boolean archived) {

        String email() {
            return firstName.toLowerCase(Locale.ROOT) + "@seller.example";
        }

        Entry withArchived(boolean value) {
            return new Entry(id, userId, firstName, lastName, queue, value);
        }

        Map<String, @Nullable Object> toJson() {
            return Json.object(
                    "id",
                    String.valueOf(id),
                    "email",
                    email(),
                    "type",
                    queue ? "QUEUE" : "PERSON",
                    "firstName",
                    firstName,
                    "lastName",
                    lastName,
                    "userId",
                    archived ? null : userId,
                    "archived",
                    archived,
                    "teams",
                    List.of());
        }
    }

    /** The ids of the persons who are not archived, ascending. */
    public List<Long> active() {
        return entries(false).stream()
                .filter(entry -> !entry.queue)
                .map(Entry::id)
                .toList();
    }

    /** The ids of all, queues and archived ones included, ascending. */
    public List<Long> all() {
        return List.copyOf(entries.keySet());
    }

    /** A new person; the address is the first name at {@code seller.example}. Returns the owner's id. */
    public long add(String firstName, String lastName) {
        return add(firstName, lastName, false);
    }

    /** A new queue. Returns the owner's id. */
    public long addQueue(String name) {
        return add(name, "Queue", true);
    }

    private synchronized long add(String firstName, String lastName, boolean queue) {
        long id = entries.keySet().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
        entries.put(id, new Entry(id, id - 32_043_275, firstName, lastName, queue, false));
        return id;
    }

    /** Removes an owner, who goes on owning what it owns. */
    public void archive(long id) {
        set(id, true);
    }

    /** Brings an archived owner back. */
    public void restore(long id) {
        set(id, false);
    }

    private void set(long id, boolean archived) {
        if (entries.computeIfPresent(id, (key, entry) -> entry.withArchived(archived)) == null) {
            throw new IllegalArgumentException("There is no owner " + id + ".");
        }
    }

    List<Entry> entries(boolean archived) {
        return entries.values().stream()
                .filter(entry -> entry.archived == archived)
                .toList();
    }

    boolean isKnown(String id) {
        return id.matches("\\d{1,18}") && entries.containsKey(Long.valueOf(id));
    }
}
