package io.leadscore.delta;

import io.leadscore.hubspot.PulledObject;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.RunLease;
import java.util.Arrays;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job, step by step.
 *
 * <pre>
 * pull-contacts                             \
 * pull-companies  then associate-companies   |  beside each other
 * pull-deals      then associate-deals       |
 * pull-emails     then associate-emails ... /
 * pull-tasks, associate-tasks   (left out while all else is quiet)
 * associate-contacts
 * prepare      is the clock right; leads that were left alone for a reason that is gone
 * weigh        weight set; leads that are due because time passed
 * analyse      fit profiles that the AI has not judged yet
 * score        touched leads: score, push what differs, record
 * act          what a change of priority sets off
 * advance      watermarks
 * histories    since when closed deals' records have had their declared properties, for the weekly job
 * </pre>
 */
@Configuration(proxyBeanMethods = false)
@Import(ScoringStepConfiguration.class)
class DeltaJobConfiguration {

    static final String JOB = "delta-scoring";
    static final String SCORE = "score";

    private final JobRepository jobRepository;
    private final PlatformTransactionManager transactions;
    private final DeltaSettings settings;
    private final StopGate stopGate;

    DeltaJobConfiguration(
            JobRepository jobRepository,
            PlatformTransactionManager transactions,
            DeltaSettings settings,
            CleanStop cleanStop) {
        this.jobRepository = jobRepository;
        this.transactions = transactions;
        this.settings = settings;
        this.stopGate = new StopGate(cleanStop);
    }

    static String pull(ObjectType type) {
        return "pull-" + type.apiName();
    }

    static String associate(ObjectType type) {
        return "associate-" + type.apiName();
    }

    @Bean
    Job deltaScoring(
            @Qualifier("pullReader") ItemStreamReader<PulledObject> pullReader,
            @Qualifier("factsWriter") ItemWriter<PulledObject> factsWriter,
            @Qualifier("linkQueueReader") ItemReader<Long> linkQueueReader,
            @Qualifier("associationWriter") ItemWriter<Long> associationWriter,
            @Qualifier("prepare") Step prepare,
            @Qualifier("restage") Step restage,
            @Qualifier("weigh") Step weigh,
            @Qualifier("analyse") Step analyse,
            @Qualifier("score") Step score,
            @Qualifier("act") Step act,
            @Qualifier("advance") Step advance,
            @Qualifier("histories") Step histories,
            CleanStop cleanStop,
            LastExecution lastExecution,
            RunReportListener runReportListener) {
        PullSteps steps = new PullSteps(pullReader, factsWriter, linkQueueReader, associationWriter);
        List<ObjectType> beside = Arrays.stream(ObjectType.values())
                .filter(type -> type != ObjectType.TASKS)
                .toList();
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("pull-");
        threads.setConcurrencyLimit(beside.size());
        threads.setTaskDecorator(RunLease::carried);
        return new JobBuilder(JOB, jobRepository)
                // Told in this order before the run, in reverse after it: the clean stop waits for the report.
                .listener(cleanStop)
                .listener(lastExecution)
                .listener(runReportListener)
                .start(new FlowBuilder<SimpleFlow>("pull")
                        .split(threads)
                        .add(beside.stream().map(steps::flow).toArray(Flow[]::new))
                        .build())
                .next(steps.flow(ObjectType.TASKS))
                .next(steps.associate(ObjectType.CONTACTS))
                .next(prepare)
                .next(restage)
                .next(weigh)
                .next(analyse)
                .next(score)
                .next(act)
                .next(advance)
                .next(histories)
                .end()
                .build();
    }

    /** The steps that every type has. */
    private final class PullSteps {

        private final ItemStreamReader<PulledObject> pullReader;
        private final ItemWriter<PulledObject> factsWriter;
        private final ItemReader<Long> linkQueueReader;
        private final ItemWriter<Long> associationWriter;

        PullSteps(
                ItemStreamReader<PulledObject> pullReader,
                ItemWriter<PulledObject> factsWriter,
                ItemReader<Long> linkQueueReader,
                ItemWriter<Long> associationWriter) {
            this.pullReader = pullReader;
            this.factsWriter = factsWriter;
            this.linkQueueReader = linkQueueReader;
            this.associationWriter = associationWriter;
        }

        /** Contacts are associated later, when what they are associated to is known. */
        Flow flow(ObjectType type) {
            FlowBuilder<SimpleFlow> flow = new FlowBuilder<SimpleFlow>(type.apiName()).start(pullStep(type));
            return type == ObjectType.CONTACTS
                    ? flow.build()
                    : flow.next(associate(type)).build();
        }

        private Step pullStep(ObjectType type) {
            return new StepBuilder(pull(type), jobRepository)
                    .<PulledObject, PulledObject>chunk(settings.pullChunk())
                    .reader(pullReader)
                    .writer(factsWriter)
                    .transactionManager(transactions)
                    .listener(stopGate)
                    .build();
        }

        Step associate(ObjectType type) {
            return new StepBuilder(DeltaJobConfiguration.associate(type), jobRepository)
                    .<Long, Long>chunk(LinkQueueReader.PAGE)
                    .reader(linkQueueReader)
                    .writer(associationWriter)
                    .transactionManager(transactions)
                    .listener(stopGate)
                    .build();
        }
    }
}
