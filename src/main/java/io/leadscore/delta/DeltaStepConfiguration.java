package io.leadscore.delta;

import io.leadscore.actions.ActionRecorder;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.PulledObject;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.LinkQueue;
import io.leadscore.ledger.Links;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Rejections;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.ShadowScores;
import io.leadscore.ledger.Touches;
import io.leadscore.ledger.Watermarks;
import io.leadscore.report.RunTally;
import io.leadscore.scoring.FitInsight;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The readers, processors and writers of the job: made anew for each step execution, so that none keeps state. */
@Configuration(proxyBeanMethods = false)
class DeltaStepConfiguration {

    private final DeltaSettings settings;
    private final HubSpot hubSpot;
    private final Mirror mirror;
    private final Links links;
    private final LinkQueue linkQueue;
    private final Touches touches;
    private final Scores scores;
    private final Watermarks watermarks;
    private final PullWindows windows;
    private final LedgerProperties properties;
    private final RunTally tally;
    private final InstantSource clock;

    DeltaStepConfiguration(
            DeltaSettings settings,
            HubSpot hubSpot,
            Mirror mirror,
            Links links,
            LinkQueue linkQueue,
            Touches touches,
            Scores scores,
            Watermarks watermarks,
            PulledSignals pulledSignals,
            JobRepository jobRepository,
            LedgerProperties properties,
            RunTally tally,
            InstantSource clock) {
        this.settings = settings;
        this.hubSpot = hubSpot;
        this.mirror = mirror;
        this.links = links;
        this.linkQueue = linkQueue;
        this.touches = touches;
        this.scores = scores;
        this.watermarks = watermarks;
        this.windows = new PullWindows(settings, watermarks, pulledSignals, jobRepository);
        this.properties = properties;
        this.tally = tally;
        this.clock = clock;
    }

    @Bean
    @StepScope
    ItemStreamReader<PulledObject> pullReader(
            AccountState accountState, @Value("#{stepExecution}") StepExecution step) {
        ObjectType type = typeOf(step);
        PullWindow window = windowOf(step);
        return isQuiet(step, type, window)
                ? new SkippedReader()
                : new PullReader(
                        hubSpot,
                        type,
                        window,
                        settings.listAbove(),
                        new IndexSurplus(portalOf(step), type, accountState, tally, clock),
                        tally,
                        clock);
    }

    @Bean
    @StepScope
    ItemWriter<PulledObject> factsWriter(Rejections rejections, @Value("#{stepExecution}") StepExecution step) {
        return new FactsWriter(
                portalOf(step),
                typeOf(step),
                windowOf(step),
                settings.whenOverwritten(),
                mirror,
                new HeldValues(portalOf(step), typeOf(step), properties, mirror, tally),
                linkQueue,
                touches,
                scores,
                rejections,
                tally);
    }

    @Bean
    @StepScope
    ItemReader<Long> linkQueueReader(@Value("#{stepExecution}") StepExecution step) {
        return new LinkQueueReader(linkQueue, portalOf(step), typeOf(step));
    }

    @Bean
    @StepScope
    ItemWriter<Long> associationWriter(@Value("#{stepExecution}") StepExecution step) {
        ObjectType type = typeOf(step);
        return type == ObjectType.CONTACTS
                ? new ContactAssociationWriter(portalOf(step), hubSpot, mirror, links, linkQueue, touches, tally)
                : new ObjectAssociationWriter(portalOf(step), type, hubSpot, links, linkQueue, touches, tally);
    }

    @Bean
    @StepScope
    ItemReader<LeadToScore> touchedLeadReader(
            JobRepository jobRepository, @Value("#{stepExecution}") StepExecution step) {
        Instant asOf = Scans.of(jobRepository, step.getJobExecution()).asOf(clock.instant());
        return new TouchedLeadReader(portalOf(step), asOf, settings.scoreChunk(), touches, mirror, scores);
    }

    @Bean
    @StepScope
    ItemProcessor<LeadToScore, ScoredLead> leadScoringProcessor(
            RunWeights weights, FitAnswers answers, @Value("#{stepExecution}") StepExecution step) {
        long portalId = portalOf(step);
        WeightSet used = weights.get();
        WeightSet shadow = weights.shadow();
        return new LeadScoringProcessor(
                new LeadScorer(used, counted(answers.insights(portalId, used))),
                shadow == null ? null : new LeadScorer(shadow, answers.insights(portalId, shadow)));
    }

    /** How many leads the AI has its part in, and how many have to do with rules. */
    private FitInsights counted(FitInsights insights) {
        return profile -> {
            FitInsight insight = insights.of(profile);
            tally.add(insight.analysis() == null ? "leads scored by rules alone" : "leads scored with AI", 1);
            return insight;
        };
    }

    @Bean
    @StepScope
    ItemWriter<ScoredLead> scoreWriter(
            Rejections rejections,
            ShadowScores shadowScores,
            ActionRecorder actionRecorder,
            RunWeights weights,
            ExecutorService scoreWriters,
            ScoringSettings scoring,
            @Value("#{stepExecution}") StepExecution step) {
        RunParameters run = RunParameters.of(step.getJobExecution());
        return new ScoreWriter(
                run.dryRun(),
                new ScorePusher(hubSpot, scoreWriters),
                new ScoreRecorder(
                        run.portalId(),
                        step.getJobExecutionId(),
                        settings.quarantine(),
                        writtenBy(hubSpot, scoring),
                        scores,
                        shadowScores,
                        mirror,
                        touches,
                        new ActionTriggers(
                                run, step.getJobExecutionId(), actionRecorder, weights, watermarks, touches, tally),
                        linkQueue,
                        rejections,
                        tally,
                        clock),
                tally);
    }

    /** What may make HubSpot refuse an update or not, besides the update: the version that is asked, and who asks. */
    static String writtenBy(HubSpot hubSpot, ScoringSettings scoring) {
        return hubSpot.writeVersion() + " " + scoring.tokenFingerprint();
    }

    /**
     * Tasks are the team's own plans and hardly count; while nothing else changes they are searched only once in a
     * while, which keeps an idle cycle at eight calls.
     */
    private boolean isQuiet(StepExecution step, ObjectType type, PullWindow window) {
        if (type != ObjectType.TASKS
                || window.isFull()
                || RunParameters.of(step.getJobExecution()).audit()) {
            return false;
        }
        Instant searchedAt = watermarks.get(portalOf(step), type);
        Duration unsearched =
                searchedAt == null ? settings.quietSearch() : Duration.between(searchedAt, clock.instant());
        boolean nothingChanged =
                Arrays.stream(ObjectType.values()).allMatch(other -> tally.count(other.apiName() + " changed") == 0);
        return nothingChanged && unsearched.compareTo(settings.quietSearch()) < 0;
    }

    private PullWindow windowOf(StepExecution step) {
        return windows.of(RunParameters.of(step.getJobExecution()), typeOf(step));
    }

    private static long portalOf(StepExecution step) {
        return RunParameters.of(step.getJobExecution()).portalId();
    }

    private static ObjectType typeOf(StepExecution step) {
        return ObjectType.ofApiName(step.getStepName().replaceFirst("^(pull|associate)-", ""));
    }
}
