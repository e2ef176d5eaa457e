package io.leadscore.sandbox;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One record of the sandbox and its recent past. Thread-safe. */
final class StoredObject {

    private final RecordType type;
    private final long id;
    private volatile ObjectState.Chain states;

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

    /** Changes the record; {@code forgetBefore} is an instant that no search asks for any more. */
    synchronized ObjectState change(UnaryOperator<ObjectState> change, long forgetBefore) {
        ObjectState next = change.apply(states.state());
        states = new ObjectState.Chain(next, states.since(forgetBefore)).since(forgetBefore);
        return next;
    }
}
