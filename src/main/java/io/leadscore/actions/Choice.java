package io.leadscore.actions;

/** Whom a lead is to be assigned to. */
sealed interface Choice {

    /** Somebody. */
    record Chosen(long ownerId) implements Choice {}

    /** Those who may have it have no room for it today. */
    record Full() implements Choice {}

    /**
     * Nobody may have it.
     *
     * @param sentence why
     */
    record Nobody(String sentence) implements Choice {}
}
