package io.leadscore.hubspot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account's deal stages: from memory, and read from HubSpot when a deal changed since they were read. What a stage
 * means may have changed with it, and a deal's own flags lag behind its stage. Thread-safe.
 */
final class AccountStages {

    private static final Logger log = LoggerFactory.getLogger(AccountStages.class);

    /** The scope to read the stages may be granted. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final HubSpotApi api;
    private final Calls calls;
    private final String version;
    private final DealStages memory;
    private final InstantSource clock;
    private @Nullable Instant refusedAt;

    AccountStages(HubSpotApi api, Calls calls, String version, DealStages memory, InstantSource clock) {
        this.api = api;
        this.calls = calls;
        this.version = version;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * The account's stages, freshly read. An answer without stages that are remembered may be cut, and is asked for once
     * more; a stage that deals are in cannot be gone, and goes on meaning what it meant.
     */
    synchronized Map<String, DealStage> read() {
        Map<String, DealStage> kept = memory.kept();
        Answer<Pipelines> answer = ask();
        if (!answer.body().stages().keySet().containsAll(kept.keySet())) {
            calls.pauseBeforeAskingAgain(1);
            answer = ask();
        }
        Map<String, DealStage> stages = withThoseInUse(answer.body().stages(), kept);
        Instant at = answer.serverTime();
        memory.learnt(stages, at == null ? clock.instant() : at);
        refusedAt = null;
        return stages;
    }

    private Answer<Pipelines> ask() {
        return calls.call(Family.PIPELINES, () -> api.dealPipelines(version), Pipelines::isReadable);
    }

    private Map<String, DealStage> withThoseInUse(Map<String, DealStage> shown, Map<String, DealStage> kept) {
        Set<String> missing = new TreeSet<>(kept.keySet());
        missing.removeAll(shown.keySet());
        if (!missing.isEmpty()) {
            missing.retainAll(memory.inUse());
        }
        if (missing.isEmpty()) {
            return shown;
        }
        Map<String, DealStage> stages = new LinkedHashMap<>(shown);
        kept.forEach((id, stage) -> {
            if (missing.contains(id)) {
                stages.put(id, stage);
            }
        });
        memory.doubt(missing);
        return stages;
    }

    /**
     * The stages as one page of deals needs them: the memory is asked once for all that it has. Not thread-safe.
     *
     * @param changedAt when the deal of the page that changed last did so
     */
    StageLookup forPage(Instant changedAt) {
        return new StageLookup() {
            private @Nullable Map<String, DealStage> known;

            @Override
            public @Nullable DealStage find(String stageId) {
                if (known == null) {
                    known = asOf(changedAt);
                }
                return known.get(stageId);
            }
        };
    }

    private synchronized Map<String, DealStage> asOf(Instant changedAt) {
        Map<String, DealStage> remembered = memory.known(changedAt);
        if (!remembered.isEmpty()) {
            return remembered;
        }
        Instant now = clock.instant();
        if (refusedAt != null && now.isBefore(refusedAt.plus(LOOK_AGAIN))) {
            return Map.of();
        }
        try {
            return read();
        } catch (HubSpotException.Rejected | HubSpotException.MissingScopes refused) {
            refusedAt = now;
            log.warn("Deal stages cannot be read; deals are closed only by their own flags. {}", refused.getMessage());
            return Map.of();
        }
    }
}
