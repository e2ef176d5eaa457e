package io.leadscore.hubspot;

import java.util.Map;

/**
 * Remembers the account's deal stages between calls, so that they are read again only when a deal stands in a stage
 * that is not remembered. Implementations are called from several threads.
 */
public interface DealStages {

    /** What is remembered, by stage id; empty when nothing is. */
    Map<String, DealStage> known();

    /** Remembers the stages that HubSpot has now, in place of all that was remembered. */
    void learnt(Map<String, DealStage> stages);

    /** A memory that lasts as long as the process. */
    static DealStages inMemory() {
        return new DealStages() {
            private volatile Map<String, DealStage> memory = Map.of();

            @Override
            public Map<String, DealStage> known() {
                return memory;
            }

            @Override
            public void learnt(Map<String, DealStage> stages) {
                memory = Map.copyOf(stages);
            }
        };
    }
}
