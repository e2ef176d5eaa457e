package io.leadscore.hubspot;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Remembers the account's deal stages between calls, so that they are read again only when a deal changed after they
 * were read. Implementations are called from several threads.
 */
public interface DealStages {

    /** What HubSpot said after this instant, by stage id; empty when nothing so new is remembered. */
    Map<String, DealStage> known(Instant since);

    /** What HubSpot said last, however long ago, by stage id; empty when it never said anything. */
    Map<String, DealStage> kept();

    /** Ids of the stages that deals were last seen in. */
    Set<String> inUse();

    /**
     * Remembers the stages that HubSpot has, in place of all that was remembered.
     *
     * @param at when it said so, by its own clock
     */
    void learnt(Map<String, DealStage> stages, Instant at);

    /** Tells people that HubSpot shows stages no more that deals are in, and that what they meant counts on. */
    default void doubt(Set<String> stageIds) {}

    /** A memory that lasts as long as the process. */
    static DealStages inMemory() {
        return new DealStages() {
            private Map<String, DealStage> memory = Map.of();
            private Instant learntAt = Instant.MIN;

            @Override
            public synchronized Map<String, DealStage> known(Instant since) {
                return learntAt.isAfter(since) ? memory : Map.of();
            }

            @Override
            public synchronized Map<String, DealStage> kept() {
                return memory;
            }

            @Override
            public Set<String> inUse() {
                return Set.of();
            }

            @Override
            public synchronized void learnt(Map<String, DealStage> stages, Instant at) {
                memory = Map.copyOf(stages);
                learntAt = at;
            }
        };
    }
}
