package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One record of the sandbox and its recent past. Thread-safe. */
final class StoredObject {

    private final RecordType type;
    private final long id;
    private volatile ObjectState.Chain states;
    private volatile List<OwnerVersion> owners = List.of();

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

    /** Who owned it, newest first; empty when that never changed. */
    List<OwnerVersion> owners() {
        return owners;
    }

    /**
     * An owner, or nobody, and since when.
     *
     * @param owner empty for nobody
     * @param source HubSpot's word for who set it: {@code CRM_UI}, {@code INTEGRATION}
     */
    record OwnerVersion(String owner, long at, String source) {}

    /** Keeps who owns it from now on, when that is somebody else. */
    synchronized void own(@Nullable String before, @Nullable String now, long at, String source) {
        String owner = now == null ? "" : now;
        if (owner.equals(before == null ? "" : before)) {
            return;
        }
        List<OwnerVersion> versions = new ArrayList<>(owners);
        if (versions.isEmpty() && before != null) {
            versions.add(new OwnerVersion(before, state().createdAt(), "CRM_UI"));
        }
        versions.add(0, new OwnerVersion(owner, at, source));
        owners = List.copyOf(versions);
    }

    /** Changes the record; {@code forgetBefore} is an instant that no search asks for any more. */
    synchronized ObjectState change(UnaryOperator<ObjectState> change, long forgetBefore) {
        ObjectState next = change.apply(states.state());
        states = new ObjectState.Chain(next, states.since(forgetBefore)).since(forgetBefore);
        return next;
    }
}
