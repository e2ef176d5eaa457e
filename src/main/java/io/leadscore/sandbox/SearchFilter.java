package io.leadscore.sandbox;

/** One condition of a search, compiled once and asked for every record. */
interface SearchFilter {

    boolean accepts(StoredObject object, ObjectState state);

    /** Accepts nothing. */
    SearchFilter NOTHING = (object, state) -> false;

    /** Reads a record's number or instant; NaN, which no comparison accepts, when it is not set. */
    interface NumberOf {

        double of(StoredObject object, ObjectState state);
    }
}
