package io.leadscore.report;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.Conversions;
import io.leadscore.ledger.Holdouts;
import io.leadscore.ledger.Scores;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The KPI proof: who is held out, which whatever acts on High leads asks ({@link Holdouts#obey}), and what came of it.
 * Expects {@link KpiSettings} and the ledger among the beans.
 */
@Configuration(proxyBeanMethods = false)
public class KpiConfiguration {

    @Bean
    Holdouts holdouts(AccountState state, KpiSettings settings, InstantSource clock) {
        return new Holdouts(state, settings.holdoutShare(), clock);
    }

    @Bean
    Kpis kpis(Scores scores, Conversions conversions, Holdouts holdouts, KpiSettings settings, InstantSource clock) {
        return new Kpis(scores, conversions, holdouts, settings, clock);
    }
}
