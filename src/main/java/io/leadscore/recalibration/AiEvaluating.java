package io.leadscore.recalibration;

import io.leadscore.learning.AiEvaluation;
import io.leadscore.learning.AiEvaluation.Worth;
import io.leadscore.learning.AiTrial;
import io.leadscore.learning.DealSource;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.WeightSets;
import io.leadscore.recalibration.AiBriefing.Account;
import io.leadscore.recalibration.AiBriefing.Briefed;
import io.leadscore.report.Progress;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Says what the AI is worth on the closed deals of today, as the weekly job would find it. It keeps what the AI answers, and
 * writes nothing else, so that it may be run at any time. Thread-safe.
 */
public final class AiEvaluating {

    private static final long UNKNOWN = -1;
    private final Mirror mirror;
    private final WeightSets weightSets;
    private final RecalibrationSettings settings;
    private final AiBriefing briefing;
    private final InstantSource clock;

    AiEvaluating(
            Mirror mirror,
            WeightSets weightSets,
            RecalibrationSettings settings,
            AiBriefing briefing,
            InstantSource clock) {
        this.mirror = mirror;
        this.weightSets = weightSets;
        this.settings = settings;
        this.briefing = briefing;
        this.clock = clock;
    }

    /**
     * Looks and waits for the end.
     *
     * @param ask whether the AI is asked first about what is not known yet
     * @throws NothingToEvaluateException when leads were never scored, or there is no AI and none was there before
     */
    public AiEvaluated run(long portalId, boolean ask, Progress progress) {
        WeightSet live = weightSets.live(portalId);
        AiContext context = live == null ? null : live.ai();
        if (live == null || context == null) {
            throw missing(live == null || briefing.isOn());
        }
        if (!briefing.isOn() && briefing.answered(portalId, live) == 0) {
            throw missing(false);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        DealSource deals = mirror.outcomes(
                portalId, settings.primaryContact(), live.profile().outcome(), now);
        Briefed briefed = ask && briefing.isOn()
                ? briefing.ask(
                        new Account(portalId, deals, settings.options().statics(), now),
                        live,
                        done -> progress.update("ask the AI", done, UNKNOWN))
                : null;
        FitInsights insights = briefed == null ? briefing.known(portalId, live) : briefed.insights();
        progress.update("judge the AI", 1, UNKNOWN);
        AiEvaluation evaluation = AiTrial.run(deals, live, insights, settings.options(), now);
        double points = live.mostPointsOfAi();
        return new AiEvaluated(
                live.label(),
                context.choice().model(),
                points,
                evaluation,
                consequence(evaluation.worth(), points > 0),
                briefed == null ? Map.of() : briefed.asked(),
                briefed == null ? List.of() : briefed.notes());
    }

    private static NothingToEvaluateException missing(boolean toBeScored) {
        return toBeScored
                ? new NothingToEvaluateException(
                        "No lead was scored with an AI yet.",
                        "Run the delta job first: scripts/leadscore run delta-scoring.",
                        false)
                : new NothingToEvaluateException(
                        "There is no AI to evaluate: OPENAI_API_KEY is not set, and no answer of an AI is kept.",
                        "Set OPENAI_API_KEY in .env, then scripts/leadscore run delta-scoring.",
                        true);
    }

    private static String consequence(Worth worth, boolean counts) {
        return switch (worth) {
            case ADDS ->
                counts
                        ? "The weekly job keeps the AI's signals and learns how much they count, within their cap."
                        : "The weekly job gives the AI's signals back what the scoring profile declares.";
            case ADDS_NOTHING ->
                counts
                        ? "The weekly job lowers the AI's signals to nothing; the other signals of fit get their share."
                        : "The weekly job leaves the AI's signals at nothing.";
            case NOT_ENOUGH ->
                counts
                        ? "The weekly job leaves the AI's signals what they count."
                        : "The weekly job leaves the AI's signals at nothing.";
        };
    }
}
