package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.dao.CannotAcquireLockException;

class LauncherTests {

    private final RuntimeException brokenOff =
            new IllegalStateException("The step failed", new CannotAcquireLockException("could not serialize access"));

    private long id;

    @Test
    void resumesWhatTheDatabaseBrokeOff() throws Exception {
        Deque<JobExecution> restarts = new ArrayDeque<>(List.of(failed(brokenOff), completed()));

        JobExecution ended = launcher(restarts).restart(failed(brokenOff));

        assertThat(ended.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(restarts).isEmpty();
    }

    @Test
    void resumesNothingElse() throws Exception {
        Deque<JobExecution> restarts =
                new ArrayDeque<>(List.of(failed(new IllegalStateException("a bug")), completed()));

        JobExecution ended = launcher(restarts).restart(completed());

        assertThat(ended.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(restarts).hasSize(1);
    }

    @Test
    void givesUpInTheEnd() throws Exception {
        Deque<JobExecution> restarts = new ArrayDeque<>();
        for (int i = 0; i < 10; i++) {
            restarts.add(failed(brokenOff));
        }

        JobExecution ended = launcher(restarts).restart(failed(brokenOff));

        assertThat(ended.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(restarts).hasSize(6);
    }

    /** Each restart comes to the next of these ends. */
    private static Launcher launcher(Deque<JobExecution> ends) {
        return new Launcher((JobOperator) Proxy.newProxyInstance(
                LauncherTests.class.getClassLoader(), new Class<?>[] {JobOperator.class}, (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("restart");
                    return ends.remove();
                }));
    }

    private JobExecution completed() {
        JobExecution execution = new JobExecution(++id, new JobInstance(1, "delta-scoring"), new JobParameters());
        execution.setStatus(BatchStatus.COMPLETED);
        return execution;
    }

    private JobExecution failed(RuntimeException reason) {
        JobExecution execution = completed();
        execution.setStatus(BatchStatus.FAILED);
        execution.addFailureException(reason);
        return execution;
    }
}
