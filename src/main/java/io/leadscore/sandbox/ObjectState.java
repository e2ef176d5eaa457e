package io.leadscore.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A record as it was from one change to the next. All instants are epoch milliseconds.
 *
 * @param properties what was set by people or by seeding; computed properties are not in here
 * @param createdAt when the record was created
 * @param modifiedAt what the modified property says
 * @param changedAt when this state came to be: from here the index lag counts
 * @param archivedAt when it was deleted; 0 while it lives
 */
record ObjectState(PropertyValues properties, long createdAt, long modifiedAt, long changedAt, long archivedAt) {

    boolean archived() {
        return archivedAt != 0;
    }

    ObjectState changed(PropertyValues newProperties, long at) {
        return new ObjectState(newProperties, createdAt, at, at, archivedAt);
    }

    ObjectState archivedAt(long at) {
        return new ObjectState(properties, createdAt, modifiedAt, at, at);
    }

    ObjectState modifiedAt(long modified, long at) {
        return new ObjectState(properties, createdAt, modified, at, archivedAt);
    }

    /** A state and those before it that search may still see, newest first. */
    record Chain(ObjectState state, @Nullable Chain previous) {

        /** The newest state that was there at this instant. */
        @Nullable
        ObjectState asOf(long instant) {
            Chain chain = this;
            while (chain != null && chain.state.changedAt() > instant) {
                chain = chain.previous;
            }
            return chain == null ? null : chain.state;
        }

        /** Without the states that no search can see any more because a newer one was there at this instant already. */
        Chain since(long instant) {
            if (previous == null || state.changedAt() <= instant) {
                return previous == null ? this : new Chain(state, null);
            }
            return new Chain(state, previous.since(instant));
        }
    }
}
