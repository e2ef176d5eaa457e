package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One record of the sandbox and its recent past. Thread-safe. */
final class StoredObject {

    private final RecordType type;
    private final long id;
    private volatile ObjectState.Chain states;
    private volatile Map<String, List<Version>> histories = Map.of();

    StoredObject(RecordType type, long id, ObjectState state) {
        this.type = type;
        this.id = id;
        this.states = new ObjectState.Chain(state, null);
    }

    RecordType type() {
        return type;
    }

    long id() {
        return id;
    }

    ObjectState state() {
        return states.state();
    }

    boolean alive() {
        return !state().archived();
    }

    /** The state that search sees when its index is behind until this instant; null if it sees none. */
    @Nullable
    ObjectState indexed(long upTo) {
        return states.asOf(upTo);
    }

    /** The values that a property had, newest first; empty when it never changed since the record was made. */
    List<Version> history(String property) {
        return histories.getOrDefault(property, List.of());
    }

    /**
     * A value, and since when.
     *
     * @param value empty for none
     * @param source HubSpot's word for who set it: {@code CRM_UI}, {@code INTEGRATION}
     */
    record Version(String value, long at, String source) {}

    /** Keeps the value that a property has from now on, when that is another one. */
    synchronized void remember(String property, @Nullable String before, @Nullable String now, long at, String source) {
        String value = now == null ? "" : now;
        if (value.equals(before == null ? "" : before)) {
            return;
        }
        List<Version> versions = new ArrayList<>(history(property));
        if (versions.isEmpty() && before != null) {
            versions.add(new Version(before, state().createdAt(), "CRM_UI"));
        }
        versions.add(0, new Version(value, at, source));
        Map<String, List<Version>> all = new HashMap<>(histories);
        all.put(property, List.copyOf(versions));
        histories = Map.copyOf(all);
    }

    /** Changes the record; {@code forgetBefore} is an instant that no search asks for any more. */
    synchronized ObjectState change(UnaryOperator<ObjectState> change, long forgetBefore) {
        ObjectState next = change.apply(states.state());
        states = new ObjectState.Chain(next, states.since(forgetBefore)).since(forgetBefore);
        return next;
    }
}
