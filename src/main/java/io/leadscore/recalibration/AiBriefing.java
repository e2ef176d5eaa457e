package io.leadscore.recalibration;

import io.leadscore.ai.AnalysisReport;
import io.leadscore.ai.FitAnalyst;
import io.leadscore.lead.StaticFacts;
import io.leadscore.learning.CentroidLearner;
import io.leadscore.learning.DealSource;
import io.leadscore.ledger.AnswerKey;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.FitVectors;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.Centroids;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.IdealLearner;
import io.leadscore.scoring.LearntIdeal;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that closed deals can say what the AI is worth: asks it about the profiles of those deals that are newer than
 * what it is told, and learns anew what it is told when that is old. What the AI does wrong is told, never thrown. Not
 * thread-safe; one at a time, as the lease grants.
 */
final class AiBriefing {

    /** Centroids that separate won from lost so alike are the same: changing them would rescore every lead for nothing. */
    private static final double SAME = 0.999;

    private final FitAnalyst analyst;
    private final FitAnswers answers;
    private final FitVectors vectors;
    private final Duration timeBudget;

    /** @param timeBudget for asking, and once more for vectors */
    AiBriefing(FitAnalyst analyst, FitAnswers answers, FitVectors vectors, Duration timeBudget) {
        this.analyst = analyst;
        this.answers = answers;
        this.vectors = vectors;
        this.timeBudget = timeBudget;
    }

    /**
     * What the AI is told from now on, and what it said.
     *
     * @param context null: there is no AI
     * @param insights what is known under it
     * @param asked how much was asked, by name
     * @param notes what went otherwise than it should, in sentences
     */
    record Briefed(@Nullable AiContext context, FitInsights insights, Map<String, Long> asked, List<String> notes) {

        private static final Briefed NOTHING = new Briefed(null, FitInsights.NONE, Map.of(), List.of());
    }

    /** Whether the AI can be asked. */
    boolean isOn() {
        return analyst.isOn();
    }

    /** What is known under a weight set; nobody is asked. */
    FitInsights known(long portalId, WeightSet weights) {
        return answers.insights(portalId, weights);
    }

    /** How many profiles are answered under a weight set's AI. */
    long answered(long portalId, WeightSet weights) {
        return weights.ai() == null ? 0 : answers.count(portalId, AnswerKey.of(weights));
    }

    /** Asks the AI as the weight set tells it, and learns nothing anew. */
    Briefed ask(Account account, WeightSet weights, LongConsumer progress) {
        AiContext context = weights.ai();
        if (context == null) {
            return Briefed.NOTHING;
        }
        Asking asking = new Asking(account, weights, progress);
        asking.embed();
        asking.analyse(weights);
        return asking.briefed(weights);
    }

    /** Asks, and learns anew what the AI is told and what won and lost customers are like, where that is due. */
    Briefed renew(Account account, WeightSet live, LongConsumer progress) {
        AiContext context = live.ai();
        if (context == null) {
            return Briefed.NOTHING;
        }
        if (!analyst.isOn()) {
            return new Briefed(context, known(account.portalId(), live), Map.of(), List.of());
        }
        Asking asking = new Asking(account, live, progress);
        asking.embed();
        AiContext compared = context.withCentroids(asking.centroids(context.centroids()));
        WeightSet now = live.withAi(compared);
        LearntIdeal ideal = ideal(account, live, context.learnt());
        if (!ideal.equals(context.learnt())) {
            WeightSet told = live.withAi(new AiContext(context.choice(), ideal, compared.centroids()));
            asking.analyse(told);
            if (answered(account.portalId(), told) > 0) {
                return asking.briefed(told);
            }
            asking.notes.add(
                    "What closed deals say of the ideal client has changed, but nothing was answered under it: the"
                            + " AI is still told what it was.");
        }
        asking.analyse(now);
        return asking.briefed(now);
    }

    private static LearntIdeal ideal(Account account, WeightSet live, LearntIdeal before) {
        if (before.isYoungerThan(live.profile().aiRules().idealRenewal(), account.now())) {
            return before;
        }
        LearntIdeal learnt = IdealLearner.learn(live.profile(), account.deals()::forEachClosed, account.now());
        // The same facts in other words would ask about every profile, and hide the AI from more deals, for nothing.
        return learnt.facts().equals(before.facts()) ? before : learnt;
    }

    /**
     * Whose deals are looked at.
     *
     * @param statics which facts without a history are taken to have been then what they are today
     */
    record Account(long portalId, DealSource deals, StaticFacts statics, Instant now) {}

    /** One round of asking. */
    private final class Asking {

        private final Account account;
        private final WeightSet live;
        private final ClosedProfiles profiles;
        private final LongConsumer progress;
        private final Map<String, Long> asked = new TreeMap<>();
        private final List<String> notes = new ArrayList<>();

        Asking(Account account, WeightSet live, LongConsumer progress) {
            this.account = account;
            this.live = live;
            this.profiles = ClosedProfiles.of(account.deals(), live.profile(), account.statics(), account.now());
            this.progress = progress;
        }

        void embed() {
            take(analyst.embed(account.portalId(), live, profiles.all(), timeBudget));
        }

        void analyse(WeightSet weights) {
            AiContext context = weights.ai();
            if (context != null) {
                List<FitProfile> wanted = profiles.since(context.until());
                take(analyst.analyse(account.portalId(), weights, wanted, timeBudget, progress));
            }
        }

        @Nullable
        Centroids centroids(@Nullable Centroids before) {
            AiContext context = live.ai();
            if (context == null) {
                return before;
            }
            Map<String, float[]> known =
                    vectors.get(account.portalId(), context.choice().embeddingModel(), profiles.keys());
            Centroids learnt = CentroidLearner.learn(
                    live.profile(),
                    account.deals(),
                    account.statics(),
                    profile -> known.get(profile.key()),
                    account.now());
            return learnt == null || (before != null && before.agreement(learnt) >= SAME) ? before : learnt;
        }

        Briefed briefed(WeightSet weights) {
            return new Briefed(weights.ai(), known(account.portalId(), weights), asked, notes);
        }

        private void take(AnalysisReport report) {
            report.counts().forEach((name, count) -> asked.merge(name, count, Long::sum));
            String trouble = report.trouble();
            if (trouble != null && !notes.contains(trouble)) {
                notes.add(trouble);
            }
        }
    }
}
