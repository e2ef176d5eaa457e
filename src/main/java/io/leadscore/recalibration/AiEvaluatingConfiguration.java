package io.leadscore.recalibration;

import io.leadscore.ai.AiSettings;
import io.leadscore.ai.FitAnalyst;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.FitVectors;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.WeightSets;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looking at what the AI is worth. It needs the doors of the ledger and of the AI, the settings and the clock, and no job. */
@Configuration(proxyBeanMethods = false)
public class AiEvaluatingConfiguration {

    @Bean
    AiEvaluating aiEvaluating(
            Mirror mirror,
            WeightSets weightSets,
            RecalibrationSettings settings,
            FitAnalyst analyst,
            FitAnswers answers,
            FitVectors vectors,
            AiSettings ai,
            InstantSource clock) {
        return new AiEvaluating(
                mirror, weightSets, settings, new AiBriefing(analyst, answers, vectors, ai.timeBudget()), clock);
    }
}
