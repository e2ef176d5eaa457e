package io.leadscore.ai;

import io.leadscore.ledger.FitVectors;
import io.leadscore.scoring.FitProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns groups of profiles into vectors, and records them. Thread-safe. */
final class Embedding {

    /** A token of such text has two characters or more. */
    private static final int LEAST_CHARACTERS = 2;

    private final Server server;
    private final Negotiation negotiation;
    private final Purse purse;
    private final FitVectors vectors;

    Embedding(Server server, Negotiation negotiation, Purse purse, FitVectors vectors) {
        this.server = server;
        this.negotiation = negotiation;
        this.purse = purse;
        this.vectors = vectors;
    }

    /** Makes the vectors of a group. */
    void make(Run run, String model, List<FitProfile> group) throws InterruptedException {
        List<String> texts = group.stream().map(FitProfile::text).toList();
        long tokens = texts.stream()
                .mapToLong(text -> 1 + text.length() / LEAST_CHARACTERS)
                .sum();
        AiMoney money = purse.money();
        Vectors made = negotiation.answer(
                run,
                dialect -> new Attempts.Request<>(
                        tokens,
                        money.embedding(tokens),
                        timeout -> server.embed(EmbeddingModel.of(model), texts, dialect, timeout),
                        (promptTokens, completionTokens) -> money.embedding(promptTokens)));
        Map<String, float[]> usable = new HashMap<>();
        for (int i = 0; i < group.size(); i++) {
            if (made.vectors().get(i).length > 0) {
                usable.put(group.get(i).key(), made.vectors().get(i));
            }
        }
        run.atLedger(() -> {
            vectors.record(run.portalId(), model, usable);
            return usable;
        });
        run.tally().add(Tally.ANSWERS, usable.size());
        run.tally().add(Tally.BROKEN, group.size() - usable.size());
    }
}
