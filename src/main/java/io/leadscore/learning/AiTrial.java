package io.leadscore.learning;

import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.SignalReader;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks closed deals what an AI is worth, as the weekly job does, and learns nothing else. */
public final class AiTrial {

    private AiTrial() {}

    /**
     * Asks.
     *
     * @param weights under whose AI leads are read
     * @param insights what the AI said under it
     * @param now until when facts are known
     */
    public static AiEvaluation run(
            DealSource source, WeightSet weights, FitInsights insights, RecalibrationOptions options, Instant now) {
        DealSource deals = new KeptDeals(source);
        Survey survey = Survey.of(deals, weights.profile(), options, now);
        if (survey.won() + survey.lost() == 0) {
            return AiEvaluation.notEnough(0, 0);
        }
        List<Instant> instants = new ArrayList<>(survey.blocks().starts());
        instants.add(now);
        Structure structure = new Structure(weights, survey.scheme(), true, instants, insights);
        Structure.count(deals, structure);
        List<SignalKey> signals = SignalReader.signals(weights.profile());
        Collector collector = new Collector(survey, structure, structure);
        deals.forEachHistory(collector::addExample);
        return new AiWorth(weights.profile(), signals, options.promotion(), options.seed())
                .evaluate(collector.examples());
    }
}
