package io.leadscore.sandbox;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All records of one type in the order of their ids, deleted ones included. Thread-safe. */
final class ObjectTable {

    private final RecordType type;
    private final AtomicLong nextId;
    private final ConcurrentNavigableMap<Long, StoredObject> objects = new ConcurrentSkipListMap<>();
    private final Map<Long, Long> survivors = new ConcurrentHashMap<>();

    ObjectTable(RecordType type) {
        this.type = type;
        this.nextId = new AtomicLong(type.firstId());
    }

    StoredObject add(ObjectState state) {
        long id = nextId.getAndUpdate(last -> last + 1 + Math.floorMod(last * 7_919, 5));
        StoredObject object = new StoredObject(type, id, state);
        objects.put(id, object);
        return object;
    }

    void nextId(long id) {
        nextId.set(id);
    }

    /** The record with exactly this id, deleted or not. */
    @Nullable
    StoredObject get(long id) {
        return objects.get(id);
    }

    /** The living record with this id, or the one that it was merged into. */
    @Nullable
    StoredObject resolve(long id) {
        Long survivor = survivors.get(id);
        if (survivor != null) {
            return resolve(survivor);
        }
        StoredObject object = objects.get(id);
        return object != null && object.alive() ? object : null;
    }

    boolean mergedAway(long id) {
        return survivors.containsKey(id);
    }

    void mergedInto(long id, long survivor) {
        survivors.put(id, survivor);
    }

    void forget(long id) {
        objects.remove(id);
    }

    Collection<StoredObject> all() {
        return objects.values();
    }

    /** Records with a greater id, ascending. */
    Collection<StoredObject> after(long id) {
        return objects.tailMap(id, false).values();
    }
}
