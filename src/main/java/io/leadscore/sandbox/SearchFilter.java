package io.leadscore.sandbox;

import org.jspecify.annotations.Nullable;

/** One condition of a search, compiled once and asked for every record. */
interface SearchFilter {

    boolean accepts(StoredObject object, ObjectState state);

    /** Accepts nothing. */
    SearchFilter NOTHING = (object, state) -> false;

    /** Reads a record's number or instant, NaN-free: null when it is not set. */
    interface NumberOf {
        @Nullable
        Double of(StoredObject object, ObjectState state);
    }
}
