package io.leadscore.delta;

import io.leadscore.ledger.AccountState;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;

/** Remembers which execution is an account's last one, from its first moment on. Dry runs leave no trace. */
record LastExecution(AccountState accountState, JobRepository jobRepository, InstantSource clock)
        implements JobExecutionListener {

    private static final String STATE = "delta-scoring.last-execution";

    @Override
    public void beforeJob(JobExecution execution) {
        RunParameters run = RunParameters.of(execution);
        if (!run.dryRun()) {
            accountState.put(run.portalId(), STATE, Long.toString(execution.getId()), clock.instant());
        }
    }

    @Nullable
    JobExecution of(long portalId) {
        String id = accountState.get(portalId, STATE);
        return id == null ? null : jobRepository.getJobExecution(Long.parseLong(id));
    }
}
