package io.leadscore.delta;

import io.leadscore.hubspot.AttemptGate;
import io.leadscore.hubspot.DealStages;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.Links;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Rejections;
import io.leadscore.ledger.RunLease;
import io.leadscore.ledger.RunLeases;
import io.leadscore.ledger.Touches;
import io.leadscore.report.JobRepositoryConfiguration;
import io.leadscore.report.RunReporter;
import io.leadscore.report.RunTally;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything that the delta job needs beside the doors of HubSpot and the ledger, the settings and the clock.
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@Import({JobRepositoryConfiguration.class, DeltaJobConfiguration.class, DeltaStepConfiguration.class})
public class DeltaConfiguration {

    @Bean
    CleanStop cleanStop() {
        return new CleanStop();
    }

    @Bean
    LastExecution lastExecution(AccountState accountState, JobRepository jobRepository, InstantSource clock) {
        return new LastExecution(accountState, jobRepository, clock);
    }

    /** A run that stood still while its lease ended sends nothing more when it wakes, not even what it was about to repeat. */
    @Bean
    AttemptGate attemptGate() {
        return RunLease::checkCurrent;
    }

    @Bean
    RestageTasklet restageTasklet(
            AccountState accountState,
            Mirror mirror,
            Links links,
            Touches touches,
            InstantSource clock,
            RunTally tally) {
        return new RestageTasklet(accountState, mirror, links, touches, clock, tally);
    }

    @Bean
    RunWeights runWeights() {
        return new RunWeights();
    }

    @Bean
    PulledSignals pulledSignals(
            AccountState accountState, ScoringSettings scoring, LedgerProperties properties, InstantSource clock) {
        return new PulledSignals(accountState, scoring, properties, clock);
    }

    @Bean
    RunReportListener runReportListener(
            RunReporter reporter, HubSpot hubSpot, RunTally tally, Rejections rejections, ActionBook book) {
        return new RunReportListener(reporter, hubSpot, tally, new RunNeeds(rejections, book));
    }

    @Bean
    RefusedBefore refusedBefore(
            HubSpot hubSpot,
            ScoringSettings scoring,
            Rejections rejections,
            AccountState accountState,
            InstantSource clock) {
        return new RefusedBefore(
                DeltaStepConfiguration.writtenBy(hubSpot, scoring),
                new WrittenProperties(hubSpot, accountState, clock),
                rejections);
    }

    /** Without it executions could not be restarted. */
    @Bean
    JobRegistry jobRegistry() {
        return new MapJobRegistry();
    }

    @Bean
    DealStages dealStages(
            AccountState accountState,
            ScoringSettings scoring,
            InstantSource clock,
            DeltaSettings settings,
            Mirror mirror,
            RunTally tally) {
        return new LedgerDealStages(
                accountState, scoring.tokenFingerprint(), clock, settings.checkEvery(), mirror, tally);
    }

    @Bean
    LedgerProperties propertyKnowledge(
            AccountState accountState, ScoringSettings scoring, InstantSource clock, DeltaSettings settings) {
        return new LedgerProperties(accountState, scoring, clock, settings.checkEvery());
    }

    @Bean
    AccountCheck accountCheck(
            HubSpot hubSpot,
            AccountState accountState,
            PulledSignals pulledSignals,
            ScoringSettings scoring,
            InstantSource clock,
            DeltaSettings settings) {
        return new AccountCheck(hubSpot, accountState, pulledSignals, scoring, clock, settings.checkEvery());
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService scoreWriters(DeltaSettings settings) {
        return Executors.newFixedThreadPool(settings.writers(), task -> {
            Thread thread = new Thread(task, "push");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    DeltaScoring deltaScoringDoor(
            Job deltaScoring,
            JobOperator operator,
            JobRepository jobRepository,
            DeltaSettings settings,
            ScoringSettings scoring,
            AccountCheck accountCheck,
            AccountState accountState,
            RunLeases leases,
            LastExecution lastExecution,
            CleanStop cleanStop,
            RunTally tally,
            RunReporter reporter,
            InstantSource clock) {
        return new DeltaScoring(
                deltaScoring,
                operator,
                jobRepository,
                settings,
                scoring,
                accountCheck,
                accountState,
                leases,
                lastExecution,
                cleanStop,
                tally,
                reporter,
                clock);
    }
}
