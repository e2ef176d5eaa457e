package io.leadscore.hubspot;

/**
 * Record ids above one and up to another.
 *
 * @param after exclusive
 * @param upTo inclusive
 */
record IdRange(long after, long upTo) {

    /** All ids above this one. */
    static IdRange behind(long after) {
        return new IdRange(after, Long.MAX_VALUE);
    }

    boolean isBounded() {
        return upTo < Long.MAX_VALUE;
    }

    boolean contains(long id) {
        return id > after && id <= upTo;
    }

    /** Whether so many ids fit in it. */
    boolean hasRoomFor(long ids) {
        return upTo - after >= ids;
    }

    IdRange lowerHalf() {
        return new IdRange(after, middle());
    }

    IdRange upperHalf() {
        return new IdRange(middle(), upTo);
    }

    private long middle() {
        return after + (upTo - after) / 2;
    }
}
