package io.leadscore.recalibration;

import io.leadscore.ai.AiSettings;
import io.leadscore.ai.FitAnalyst;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.FitVectors;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.RunLeases;
import io.leadscore.ledger.WeightSets;
import io.leadscore.report.JobRepositoryConfiguration;
import io.leadscore.report.ReferenceClock;
import io.leadscore.report.RunReporter;
import io.leadscore.report.RunTally;
import java.time.InstantSource;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The weekly job: learn, then promote. It needs the doors of ledger, report and AI, the settings and the clocks; it reads
 * nothing but the ledger, and asks nobody but the AI, where there is one, and HubSpot for the time.
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@Import(JobRepositoryConfiguration.class)
public class RecalibrationConfiguration {

    static final String JOB = "weight-recalibration";

    /** Without it executions could not be found again. */
    @Bean
    JobRegistry jobRegistry() {
        return new MapJobRegistry();
    }

    @Bean
    WeightRecalibration weightRecalibrationDoor(
            JobRepository jobRepository,
            PlatformTransactionManager transactions,
            JobOperator operator,
            RecalibrationSettings settings,
            Mirror mirror,
            FitAnswers answers,
            FitVectors vectors,
            FitAnalyst analyst,
            AiSettings ai,
            WeightSets weightSets,
            AccountState accountState,
            RunLeases leases,
            RunReporter reporter,
            ReferenceClock referenceClock,
            InstantSource clock) {
        Bench bench = new Bench();
        AiBriefing briefing = new AiBriefing(analyst, answers, vectors, ai.timeBudget());
        // A delta run beside it counts by itself.
        RunTally tally = new RunTally();
        RunReporter reports = reporter.counting(tally);
        Job job = new JobBuilder(JOB, jobRepository)
                .listener(new RunReportListener(reports, bench, accountState, clock))
                // Minutes of reading hold no transaction open.
                .start(new StepBuilder("learn", jobRepository)
                        .tasklet(
                                new LearnTasklet(mirror, answers, briefing, settings, bench, tally),
                                new ResourcelessTransactionManager())
                        .build())
                .next(new StepBuilder("promote", jobRepository)
                        .tasklet(new PromoteTasklet(weightSets, bench), transactions)
                        .build())
                .build();
        return new WeightRecalibration(
                job,
                operator,
                jobRepository,
                settings,
                bench,
                tally,
                weightSets,
                accountState,
                new OneAtATime(leases),
                reports,
                referenceClock,
                clock);
    }
}
