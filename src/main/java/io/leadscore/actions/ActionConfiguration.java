package io.leadscore.actions;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.ActionBreakers;
import io.leadscore.ledger.ActionLine;
import io.leadscore.ledger.Assignments;
import io.leadscore.ledger.Holdouts;
import io.leadscore.ledger.Outbox;
import io.leadscore.ledger.Standings;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The doors of the room. Expects the doors of the ledger, a holdout, {@link ActionSettings} and the clock. */
@Configuration(proxyBeanMethods = false)
@Import(CarrierConfiguration.class)
public class ActionConfiguration {

    @Bean
    MassQuota massQuota(AccountState state, Standings standings, ActionSettings settings) {
        return new MassQuota(state, standings, settings.massShare());
    }

    @Bean
    ActionRecorder actionRecorder(
            ActionSettings settings,
            Standings standings,
            Outbox outbox,
            ActionLine line,
            AccountState state,
            Holdouts holdouts,
            ObjectProvider<OwnerDirectory> directory,
            MassQuota mass,
            InstantSource clock) {
        return new ActionRecorder(
                settings, standings, outbox, line, state, holdouts, orUnknown(directory), mass, clock);
    }

    private static OwnerDirectory orUnknown(ObjectProvider<OwnerDirectory> directory) {
        return portalId -> directory
                .getIfAvailable(() -> unknown -> {
                    throw new IllegalStateException("nobody knows the account's owners");
                })
                .owners(portalId);
    }

    @Bean
    Desk desk(
            Outbox outbox,
            ActionLine line,
            Assignments assignments,
            ActionBook book,
            ActionBreakers breakers,
            MassQuota mass,
            PlatformTransactionManager transactionManager) {
        TransactionTemplate transactions = new TransactionTemplate(transactionManager);
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new Desk(outbox, line, assignments, book, breakers, mass, transactions);
    }

    @Bean
    ActionRunner actionRunner(
            ActionSettings settings,
            Desk desk,
            ObjectProvider<Carrier> carriers,
            ObjectProvider<OwnerDirectory> directory,
            ObjectProvider<AdminNotice> notice,
            InstantSource clock) {
        return new ActionRunner(
                settings,
                desk,
                carriers.orderedStream().toList(),
                orUnknown(directory),
                notice.getIfAvailable(() -> (portalId, troubles) -> false),
                clock,
                ActionConfiguration::sleep);
    }

    @Bean
    ActionPlan actionPlan(ActionSettings settings, Standings standings, Holdouts holdouts, InstantSource clock) {
        return new ActionPlan(settings, standings, holdouts, clock);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
