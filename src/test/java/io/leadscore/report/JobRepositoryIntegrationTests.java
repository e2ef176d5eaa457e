package io.leadscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** On PostgreSQL, the only one of the two that tells transactions apart so finely. */
class JobRepositoryIntegrationTests {

    private static final int STEPS = 8;

    private final DataSource dataSource = TestDatabases.dataSource(Path.of("job-repository"));

    /** No one commits before all have done their work: whatever can get in each other's way does. */
    @RepeatedTest(20)
    void createsStepsThatBeginBesideEachOther() throws Exception {
        JobExecution execution = execution(repository(new JdbcTransactionManager(dataSource)));
        CyclicBarrier allDone = new CyclicBarrier(STEPS);
        JobRepository repository = repository(new JdbcTransactionManager(dataSource) {
            @Override
            protected void prepareForCommit(DefaultTransactionStatus status) {
                await(allDone);
            }
        });
        List<Callable<StepExecution>> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            String name = "pull-" + i;
            steps.add(() -> repository.createStepExecution(name, execution));
        }
        ExecutorService threads = Executors.newFixedThreadPool(STEPS);
        List<Long> created = new ArrayList<>();
        try {
            for (Future<StepExecution> step : threads.invokeAll(steps)) {
                created.add(step.get().getId());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(created).doesNotHaveDuplicates().hasSize(STEPS);
    }

    @Test
    void keepsTheNamesOfFailuresAndNothingThatTheySay() throws Exception {
        JobRepository repository = repository(new JdbcTransactionManager(dataSource));
        JobExecution execution = execution(repository);
        StepExecution step = repository.createStepExecution("pull", execution);
        RuntimeException failure =
                new IllegalStateException("Ada Lovelace", new ArithmeticException("ada@example.com"));
        step.addFailureException(failure);
        step.setExitStatus(ExitStatus.FAILED.addExitDescription(failure));
        execution.setExitStatus(ExitStatus.FAILED.addExitDescription(failure));

        repository.update(step);
        repository.update(execution);
        repository.update(Objects.requireNonNull(repository.getJobExecution(execution.getId())));

        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        List<String> kept = new ArrayList<>(jdbc.queryForList(
                "SELECT exit_message FROM batch_step_execution WHERE job_execution_id = ?",
                String.class,
                execution.getId()));
        kept.addAll(jdbc.queryForList(
                "SELECT exit_message FROM batch_job_execution WHERE job_execution_id = ?",
                String.class,
                execution.getId()));
        assertThat(kept)
                .containsOnly("IllegalStateException > ArithmeticException")
                .hasSize(2);
    }

    private JobRepository repository(JdbcTransactionManager transactions) throws Exception {
        return new JobRepositoryConfiguration().jobRepository(dataSource, transactions);
    }

    private static JobExecution execution(JobRepository repository) {
        JobParameters parameters = new JobParameters();
        JobInstance instance = repository.getJobInstances("job", 0, 1).stream()
                .findFirst()
                .orElseGet(() -> repository.createJobInstance("job", parameters));
        return repository.createJobExecution(instance, parameters, new ExecutionContext());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
