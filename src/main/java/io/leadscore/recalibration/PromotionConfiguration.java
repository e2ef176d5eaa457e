package io.leadscore.recalibration;

import io.leadscore.ledger.Leases;
import io.leadscore.ledger.WeightSets;
import java.time.InstantSource;
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
            Leases leases,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        return new Promotion(
                settings, weightSets, new RecalibrationLease(leases, clock), new TransactionTemplate(transactions));
    }
}
