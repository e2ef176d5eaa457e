package io.leadscore.hubspot;

import org.jspecify.annotations.Nullable;

/**
 * Whom records can be assigned to. Without name and address, so it may be kept.
 *
 * @param id what {@code hubspot_owner_id} takes
 * @param userId the user's id, which {@code hubspot_owner_id} does not take; null for a queue and for most archived ones
 * @param archived whether the owner was removed; what it owned stays so
 */
public record Owner(long id, @Nullable Long userId, Type type, boolean archived) {

    /** What stands behind an owner. */
    public enum Type {
        PERSON,
        /** A queue, or anything else that is no person. */
        QUEUE
    }

    /** Whether new records can be given to it: a person who was not removed. */
    public boolean isAssignable() {
        return type == Type.PERSON && !archived;
    }
}
