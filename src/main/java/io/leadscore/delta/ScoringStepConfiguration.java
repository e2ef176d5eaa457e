package io.leadscore.delta;

import io.leadscore.actions.ActionRunner;
import io.leadscore.ai.AiSettings;
import io.leadscore.ai.FitAnalyst;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.FilledProperties;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.FitQueue;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.TableStatistics;
import io.leadscore.ledger.Touches;
import io.leadscore.ledger.Watermarks;
import io.leadscore.ledger.WeightSets;
import io.leadscore.report.RunTally;
import java.time.InstantSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The steps between pulling and the end: who is scored, by what, and what becomes of it. */
@Configuration(proxyBeanMethods = false)
class ScoringStepConfiguration {

    private final JobRepository jobRepository;
    private final PlatformTransactionManager transactions;
    private final DeltaSettings settings;
    private final StopGate stopGate;

    ScoringStepConfiguration(
            JobRepository jobRepository,
            PlatformTransactionManager transactions,
            DeltaSettings settings,
            CleanStop cleanStop) {
        this.jobRepository = jobRepository;
        this.transactions = transactions;
        this.settings = settings;
        this.stopGate = new StopGate(cleanStop);
    }

    @Bean
    Step prepare(HubSpot hubSpot, RefusedBefore refusedBefore, Scores scores, Touches touches, RunTally tally) {
        return new StepBuilder("prepare", jobRepository)
                .tasklet(
                        new PrepareTasklet(
                                new ClockCheck(hubSpot),
                                settings.whenOverwritten(),
                                refusedBefore,
                                scores,
                                touches,
                                tally),
                        transactions)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step restage(RestageTasklet tasklet) {
        return new StepBuilder("restage", jobRepository)
                .tasklet(tasklet, transactions)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step weigh(
            ScoringSettings scoring,
            WeightSets weightSets,
            RunWeights weights,
            Mirror mirror,
            Scores scores,
            Touches touches,
            InstantSource clock,
            RunTally tally) {
        return new StepBuilder("weigh", jobRepository)
                .tasklet(
                        new WeighTasklet(
                                scoring,
                                settings.updateInterval(),
                                weightSets,
                                weights,
                                new WeightRenewal(scoring, weightSets, mirror, tally),
                                scores,
                                touches,
                                clock,
                                tally),
                        transactions)
                .allowStartIfComplete(true)
                .build();
    }

    /** Minutes of asking hold no transaction open. */
    @Bean
    Step analyse(
            FitAnalyst analyst,
            AiSettings ai,
            FitAnswers answers,
            FitQueue queue,
            RunWeights weights,
            Mirror mirror,
            Touches touches,
            InstantSource clock,
            RunTally tally) {
        return new StepBuilder("analyse", jobRepository)
                .tasklet(
                        new AnalyseTasklet(
                                analyst, answers, queue, weights, mirror, touches, ai.timeBudget(), clock, tally),
                        new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step score(
            @Qualifier("touchedLeadReader") ItemReader<LeadToScore> reader,
            @Qualifier("leadScoringProcessor") ItemProcessor<LeadToScore, ScoredLead> processor,
            @Qualifier("scoreWriter") ItemWriter<ScoredLead> writer) {
        return new StepBuilder(DeltaJobConfiguration.SCORE, jobRepository)
                .<LeadToScore, ScoredLead>chunk(settings.scoreChunk())
                .reader(reader)
                .processor(processor)
                .writer(writer)
                .transactionManager(transactions)
                .listener(stopGate)
                .build();
    }

    /** It commits what it does as it goes. */
    @Bean
    Step act(ActionRunner runner, CleanStop cleanStop, RunTally tally) {
        return new StepBuilder("act", jobRepository)
                .tasklet(new ActTasklet(runner, cleanStop, tally), new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .listener(stopGate)
                .build();
    }

    @Bean
    Step advance(
            Watermarks watermarks,
            AccountState accountState,
            PulledSignals pulledSignals,
            TableStatistics statistics,
            RunTally tally,
            InstantSource clock) {
        return new StepBuilder("advance", jobRepository)
                .tasklet(
                        new AdvanceWatermarks(
                                jobRepository, watermarks, accountState, pulledSignals, statistics, tally, clock),
                        transactions)
                .build();
    }

    /** Each answer is committed as it comes. */
    @Bean
    Step histories(
            HubSpot hubSpot,
            FilledProperties filledProperties,
            AccountState accountState,
            ScoringSettings scoring,
            CleanStop cleanStop,
            RunTally tally,
            InstantSource clock) {
        return new StepBuilder("histories", jobRepository)
                .tasklet(
                        new HistoriesTasklet(
                                hubSpot,
                                filledProperties,
                                accountState,
                                scoring.profile().customSignals(),
                                settings.historyCalls(),
                                cleanStop,
                                tally,
                                clock),
                        new ResourcelessTransactionManager())
                .build();
    }
}
