package io.leadscore.hubspot;

import org.jspecify.annotations.Nullable;

/** Finds a deal's stage. */
@FunctionalInterface
interface StageLookup {

    /** The stage with this id; null when the account has none. */
    @Nullable
    DealStage find(String stageId);
}
