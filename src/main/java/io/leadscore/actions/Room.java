package io.leadscore.actions;

import java.util.HashMap;
import java.util.Map;

/** How many more new High leads each owner takes today. Confined to one thread. */
final class Room {

    private final int perOwner;
    private final Map<Long, Integer> taken;

    /**
     * Room as it is left.
     *
     * @param perOwner how many each owner takes a day; 0: any number
     * @param taken how many each has today
     */
    Room(int perOwner, Map<Long, Integer> taken) {
        this.perOwner = perOwner;
        this.taken = new HashMap<>(taken);
    }

    boolean has(long owner) {
        return perOwner == 0 || taken.getOrDefault(owner, 0) < perOwner;
    }

    void take(long owner) {
        taken.merge(owner, 1, Integer::sum);
    }
}
