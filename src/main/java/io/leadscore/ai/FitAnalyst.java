package io.leadscore.ai;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.AiBatches;
import io.leadscore.ledger.AiSpending;
import io.leadscore.ledger.AnswerKey;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.FitVectors;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.IdealProfile;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the AI about fit profiles, and keeps what it says in the ledger. Whatever the AI does, or does not, nothing is
 * thrown: who is not answered is scored by rules. Thread-safe; one process asks for an account at a time.
 */
public final class FitAnalyst implements AutoCloseable {

    private static final String MODEL_SETTING = "OPENAI_MODEL";
    private static final String EMBEDDING_SETTING = "embedding-model in jobs/ai.yml";

    private final AiSettings settings;
    private final FitAnswers answers;
    private final FitVectors vectors;
    private final AiBatches batches;
    private final InstantSource time;
    private final Ticker ticker;
    private final Server server;
    private final Breaker breaker;
    private final Breaker embeddingBreaker;
    private final Dialects dialects;
    private final Silence silence;
    private final Analysis analysis;
    private final Embedding embedding;
    private final BatchFill batchFill;

    FitAnalyst(
            AiSettings settings,
            FitAnswers answers,
            FitVectors vectors,
            AiSpending spending,
            AiBatches batches,
            AccountState state,
            InstantSource time,
            Ticker ticker) {
        AiRequests requests = settings.requests();
        Purse purse = new Purse(spending, settings.money(), time);
        this.settings = settings;
        this.answers = answers;
        this.vectors = vectors;
        this.batches = batches;
        this.time = time;
        this.ticker = ticker;
        this.server = new Server(settings, time);
        this.breaker = new Breaker("analysis", requests.failures(), requests.rest(), time);
        this.embeddingBreaker = new Breaker("embedding", requests.failures(), requests.rest(), time);
        this.dialects = new Dialects(settings, state, time);
        this.silence = new Silence(state, requests.rest(), time);
        Negotiation asking = new Negotiation(attempts("analysis", breaker, purse), dialects);
        this.analysis = new Analysis(settings, server, asking, purse, answers, time);
        this.embedding = new Embedding(
                server, new Negotiation(attempts("embedding", embeddingBreaker, purse), dialects), purse, vectors);
        this.batchFill = new BatchFill(server, analysis, dialects, batches, purse, breaker, requests.timeout(), time);
    }

    private Attempts attempts(String name, Breaker ofBreaker, Purse purse) {
        AiRequests requests = settings.requests();
        Pace pace = new Pace(name, requests.perMinute(), requests.tokensPerMinute(), ticker);
        return new Attempts(ofBreaker, pace, purse, ticker, requests.timeout());
    }

    /** Whether there is an AI to ask. */
    public boolean isOn() {
        return settings.isOn();
    }

    /**
     * Asks about those of these profiles that the ledger knows no answer for, and keeps each answer as it comes: outside
     * of the caller's transaction, so that what is paid for is not lost. Very many go to the Batch API, whose answers a
     * later call finds.
     *
     * @param weights whose AI is asked; nothing happens when it has none
     * @param timeBudget the call returns after this time, whatever the AI does
     * @param progress is told, on the caller's thread, how many profiles were dealt with so far
     */
    public AnalysisReport analyse(
            long portalId,
            WeightSet weights,
            Collection<FitProfile> profiles,
            Duration timeBudget,
            LongConsumer progress) {
        AiContext context = weights.ai();
        if (!isOn() || context == null) {
            return AnalysisReport.NONE;
        }
        Analysis.Subject subject = subject(weights, context);
        Run run = new Run(portalId, Deadline.in(ticker, timeBudget), new Tally("AI "));
        Workers workers = new Workers(breaker, settings.requests().concurrency());
        try {
            collect(run, workers);
            Map<String, FitProfile> unknown = unknown(run, subject.key(), profiles);
            Set<String> inBatch = run.atLedger(() -> batches.asked(portalId, subject.key(), unknown.keySet()));
            run.tally().add(Tally.CACHE_HITS, distinct(profiles).size() - unknown.size());
            unknown.keySet().removeAll(inBatch);
            List<FitProfile> direct = new ArrayList<>(unknown.values());
            int batched = batch(run, workers, subject, direct);
            run.tally().add(Tally.IN_BATCH, inBatch.size() + batched);
            List<FitProfile> rest = direct.subList(batched, direct.size());
            Trouble silent = rest.isEmpty() ? null : silence.trouble(run);
            if (silent != null) {
                run.note(silent);
                run.tally().add(Tally.LEFT, rest.size());
            } else if (batched > 0 && rest.size() > settings.requests().batchAbove()) {
                run.tally().add(Tally.LEFT, rest.size());
            } else {
                askDirectly(run, workers, subject, rest, progress);
                silence.remember(run);
            }
            return report(run, MODEL_SETTING);
        } finally {
            run.close();
        }
    }

    /** Looks after batches that were made before. */
    private void collect(Run run, Workers workers) {
        if (!breaker.isOpen()
                && !run.atLedger(() -> batches.open(run.portalId())).isEmpty()) {
            workers.work(run, List.of(() -> batchFill.collect(run)), done -> {});
        }
    }

    private Map<String, FitProfile> unknown(Run run, AnswerKey key, Collection<FitProfile> profiles) {
        Map<String, FitProfile> unknown = distinct(profiles);
        unknown.keySet()
                .removeAll(run.atLedger(() -> answers.answered(run.portalId(), key, unknown.keySet(), time.instant())));
        return unknown;
    }

    /** Makes a batch if there is so much to ask, and says how many profiles are in it. */
    private int batch(Run run, Workers workers, Analysis.Subject subject, List<FitProfile> unknown) {
        int above = settings.requests().batchAbove();
        if (above == 0 || unknown.size() <= above || breaker.isOpen() || !batchFill.isPossible(run)) {
            return 0;
        }
        int[] batched = {0};
        workers.work(
                run,
                List.of(() -> batchFill.begin(
                        run, subject, groups(unknown, settings.requests().profilesPerRequest()))),
                done -> batched[0] += done);
        return batched[0];
    }

    private void askDirectly(
            Run run, Workers workers, Analysis.Subject subject, List<FitProfile> unknown, LongConsumer progress) {
        List<Workers.Piece> pieces = new ArrayList<>();
        for (List<FitProfile> group : groups(unknown, settings.requests().profilesPerRequest())) {
            pieces.add(() -> {
                analysis.ask(run, subject, group);
                return group.size();
            });
        }
        work(run, workers, pieces, unknown.size(), progress);
    }

    private static void work(
            Run run, Workers workers, List<Workers.Piece> pieces, int profiles, LongConsumer progress) {
        long[] done = {0};
        workers.work(run, pieces, more -> {
            done[0] += more;
            progress.accept(done[0]);
        });
        run.tally().add(Tally.LEFT, profiles - done[0]);
    }

    /**
     * Turns those of these profiles into vectors that the ledger has none of, and keeps them as they come. A profile without
     * any fact has none.
     */
    public AnalysisReport embed(
            long portalId, WeightSet weights, Collection<FitProfile> profiles, Duration timeBudget) {
        AiContext context = weights.ai();
        if (!isOn() || context == null) {
            return AnalysisReport.NONE;
        }
        String model = context.choice().embeddingModel();
        if (EmbeddingModel.of(model).isNone()) {
            return AnalysisReport.NONE;
        }
        Run run = new Run(portalId, Deadline.in(ticker, timeBudget), new Tally("AI vector "));
        try {
            Map<String, FitProfile> unknown = distinct(profiles);
            unknown.values().removeIf(profile -> profile.facts().isEmpty());
            int all = unknown.size();
            unknown.keySet().removeAll(run.atLedger(() -> vectors.known(portalId, model, unknown.keySet())));
            run.tally().add(Tally.CACHE_HITS, all - unknown.size());
            List<Workers.Piece> pieces = new ArrayList<>();
            for (List<FitProfile> group :
                    groups(List.copyOf(unknown.values()), settings.requests().embeddingsPerRequest())) {
                pieces.add(() -> {
                    embedding.make(run, model, group);
                    return group.size();
                });
            }
            Workers workers = new Workers(embeddingBreaker, settings.requests().concurrency());
            work(run, workers, pieces, unknown.size(), done -> {});
            return report(run, EMBEDDING_SETTING);
        } finally {
            run.close();
        }
    }

    /**
     * Asks the AI whether it knows the key and the model, in one call that costs nothing.
     *
     * @return what is wrong and what to do about it; null when nothing is
     */
    public @Nullable String check() {
        try {
            server.check(settings.requests().timeout());
            return null;
        } catch (FailedCall failure) {
            return Trouble.of(failure).sentence(settings, MODEL_SETTING, 0);
        }
    }

    /** Exactly the request that would be sent about these profiles, indented; nothing is sent. */
    public String payload(long portalId, WeightSet weights, List<FitProfile> profiles) {
        AiContext context = Objects.requireNonNull(weights.ai(), "the weight set has no AI");
        return analysis.question(subject(weights, context), dialects.remembered(portalId), profiles)
                .indented();
    }

    @Override
    public void close() {
        server.close();
    }

    private AnalysisReport report(Run run, String modelSetting) {
        Map<String, Long> counts = run.tally().counts();
        Trouble trouble = run.trouble();
        long left = run.tally().count(Tally.LEFT);
        return new AnalysisReport(
                counts,
                trouble == null
                        ? Trouble.ofAnswers(settings, run.tally())
                        : trouble.sentence(settings, modelSetting, left));
    }

    private static Analysis.Subject subject(WeightSet weights, AiContext context) {
        return new Analysis.Subject(IdealProfile.of(weights.profile(), context.learnt()), AnswerKey.of(weights));
    }

    private static Map<String, FitProfile> distinct(Collection<FitProfile> profiles) {
        Map<String, FitProfile> distinct = new LinkedHashMap<>();
        profiles.forEach(profile -> distinct.put(profile.key(), profile));
        return distinct;
    }

    /** Groups of equal size; a smaller one comes first, for the first proves the server. */
    private static List<List<FitProfile>> groups(List<FitProfile> profiles, int size) {
        List<List<FitProfile>> groups = new ArrayList<>();
        int from = 0;
        for (int to = profiles.size() % size; to <= profiles.size(); to += size) {
            if (to > from) {
                groups.add(profiles.subList(from, to));
                from = to;
            }
        }
        return groups;
    }
}
