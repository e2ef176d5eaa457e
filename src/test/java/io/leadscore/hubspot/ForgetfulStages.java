package io.leadscore.hubspot;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A memory for deal stages that forgets when it is told to, and counts how often it is asked. */
final class ForgetfulStages implements DealStages {

    private Map<String, DealStage> memory = Map.of();
    private int asked;

    @Override
    public synchronized Map<String, DealStage> known(Instant since) {
        asked++;
        return memory;
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
    }

    synchronized void forget() {
        memory = Map.of();
    }

    synchronized int asked() {
        return asked;
    }
}
