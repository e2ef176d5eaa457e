package io.leadscore.recalibration;

import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.WeightSets;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looking back. It needs the doors of the ledger, the settings and the clock, and no job. */
@Configuration(proxyBeanMethods = false)
public class BacktestConfiguration {

    @Bean
    Backtesting backtesting(
            Mirror mirror,
            FitAnswers answers,
            WeightSets weightSets,
            RecalibrationSettings settings,
            InstantSource clock) {
        return new Backtesting(mirror, answers, weightSets, settings, clock);
    }
}
