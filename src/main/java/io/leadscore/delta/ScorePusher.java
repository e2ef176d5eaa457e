package io.leadscore.delta;

import io.leadscore.hubspot.BatchResult;
import io.leadscore.hubspot.ContactUpdate;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.ledger.RunLease;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;

/**
 * Pushes scores to HubSpot, several batches on their way at once, so that latency does not keep the rate limit from
 * being used. Thread-safe.
 */
final class ScorePusher {

    /** HubSpot's most inputs of a batch update. */
    private static final int BATCH = 100;

    private final HubSpot hubSpot;
    private final ExecutorService writers;

    ScorePusher(HubSpot hubSpot, ExecutorService writers) {
        this.hubSpot = hubSpot;
        this.writers = writers;
    }

    /**
     * Pushes all of them and waits for every answer.
     *
     * @throws io.leadscore.hubspot.HubSpotException when a whole batch could not be pushed; others may have been,
     *     which is harmless to repeat
     */
    List<BatchResult> push(List<ContactUpdate> updates) {
        List<CompletableFuture<BatchResult>> underway = new ArrayList<>();
        for (int from = 0; from < updates.size(); from += BATCH) {
            List<ContactUpdate> batch = updates.subList(from, Math.min(from + BATCH, updates.size()));
            underway.add(CompletableFuture.supplyAsync(RunLease.carried(() -> hubSpot.updateContacts(batch)), writers));
        }
        try {
            CompletableFuture.allOf(underway.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
        return underway.stream().map(CompletableFuture::join).toList();
    }
}
