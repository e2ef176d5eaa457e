package io.leadscore.recalibration;

import io.leadscore.ledger.RunLeases;
import io.leadscore.ledger.WeightSets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for a person's promotions, without the weekly job and what that needs. */
@Configuration(proxyBeanMethods = false)
public class PromotionConfiguration {

    @Bean
    Promotion promotion(
            RecalibrationSettings settings,
            WeightSets weightSets,
            RunLeases leases,
            PlatformTransactionManager transactions) {
        return new Promotion(settings, weightSets, new OneAtATime(leases), new TransactionTemplate(transactions));
    }
}
