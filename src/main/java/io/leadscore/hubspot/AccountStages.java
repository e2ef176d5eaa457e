package io.leadscore.hubspot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account's deal stages: from memory, and read from HubSpot when a deal stands in one that is not remembered.
 * Thread-safe.
 */
final class AccountStages {

    private static final Logger log = LoggerFactory.getLogger(AccountStages.class);

    /** A deleted stage does not come back, but the scope to read the others may be granted. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final HubSpotApi api;
    private final Calls calls;
    private final String version;
    private final DealStages memory;
    private final InstantSource clock;
    private final Map<String, Instant> missedAt = new HashMap<>();

    AccountStages(HubSpotApi api, Calls calls, String version, DealStages memory, InstantSource clock) {
        this.api = api;
        this.calls = calls;
        this.version = version;
        this.memory = memory;
        this.clock = clock;
    }

    synchronized Map<String, DealStage> read() {
        Map<String, DealStage> stages = calls.call(
                        Family.PIPELINES, () -> api.dealPipelines(version), Pipelines::isReadable)
                .body()
                .stages();
        memory.learnt(stages);
        missedAt.keySet().removeAll(stages.keySet());
        return stages;
    }

    /** The stages as one page of deals needs them: the memory is asked once for all that it has. Not thread-safe. */
    StageLookup forPage() {
        return new StageLookup() {
            private Map<String, DealStage> known = Map.of();

            @Override
            public @Nullable DealStage find(String stageId) {
                if (!known.containsKey(stageId)) {
                    known = lookFor(stageId, known);
                }
                return known.get(stageId);
            }
        };
    }

    private synchronized Map<String, DealStage> lookFor(String stageId, Map<String, DealStage> known) {
        Instant now = clock.instant();
        Instant missed = missedAt.get(stageId);
        if (missed != null && now.isBefore(missed.plus(LOOK_AGAIN))) {
            return known;
        }
        Map<String, DealStage> remembered = memory.known();
        if (remembered.containsKey(stageId)) {
            return remembered;
        }
        missedAt.put(stageId, now);
        try {
            return read();
        } catch (HubSpotException.Rejected | HubSpotException.MissingScopes refused) {
            log.warn("Deal stages cannot be read; deals are closed only by their own flags. {}", refused.getMessage());
            return known;
        }
    }
}
