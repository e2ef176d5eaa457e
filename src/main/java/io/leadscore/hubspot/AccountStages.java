package io.leadscore.hubspot;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account's deal stages: from memory, and read from HubSpot when a deal stands in one that is not remembered.
 * Thread-safe.
 */
final class AccountStages implements StageLookup {

    private static final Logger log = LoggerFactory.getLogger(AccountStages.class);

    private final HubSpotApi api;
    private final Calls calls;
    private final String version;
    private final DealStages memory;
    private final Set<String> unknown = new HashSet<>();

    AccountStages(HubSpotApi api, Calls calls, String version, DealStages memory) {
        this.api = api;
        this.calls = calls;
        this.version = version;
        this.memory = memory;
    }

    Map<String, DealStage> read() {
        Map<String, DealStage> stages = calls.call(
                        Family.PIPELINES, () -> api.dealPipelines(version), Pipelines::isReadable)
                .body()
                .stages();
        memory.learnt(stages);
        return stages;
    }

    @Override
    public synchronized @Nullable DealStage find(String stageId) {
        DealStage known = memory.known().get(stageId);
        if (known != null || !unknown.add(stageId)) {
            return known; // a stage that was deleted is looked for once only
        }
        try {
            return read().get(stageId);
        } catch (HubSpotException.Rejected | HubSpotException.MissingScopes refused) {
            log.warn("Deal stages cannot be read; deals are closed only by their own flags. {}", refused.getMessage());
            return null;
        }
    }
}
