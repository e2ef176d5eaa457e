package io.leadscore.actions;

import java.util.List;

/** Tells an administrator, once a run at most, what was given up. */
@FunctionalInterface
interface AdminNotice {

    /**
     * Tells it.
     *
     * @return whether anybody was told; false when the settings name nobody
     * @throws RuntimeException when it could not be told; it is tried again in the next run
     */
    boolean tell(long portalId, List<Trouble> troubles);
}
