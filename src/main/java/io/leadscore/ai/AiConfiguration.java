package io.leadscore.ai;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.AiBatches;
import io.leadscore.ledger.AiSpending;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.FitVectors;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the window to the AI, from its settings, the ledger and the time source; it connects when it is first used. */
@Configuration(proxyBeanMethods = false)
public class AiConfiguration {

    @Bean
    FitAnalyst fitAnalyst(
            AiSettings settings,
            FitAnswers answers,
            FitVectors vectors,
            AiSpending spending,
            AiBatches batches,
            AccountState state,
            InstantSource time) {
        return new FitAnalyst(settings, answers, vectors, spending, batches, state, time, Ticker.system());
    }
}
