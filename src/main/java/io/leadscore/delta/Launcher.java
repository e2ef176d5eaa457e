package io.leadscore.delta;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;

/**
 * Starts executions and waits for their end. What the database broke off because two transactions got in each other's way
 * goes on where it broke off, some times.
 */
record Launcher(JobOperator operator) {

    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);
    private static final int MOST_RETRIES = 3;

    JobExecution start(Job job, JobParameters parameters) throws JobExecutionException {
        return retried(operator.start(job, parameters));
    }

    JobExecution restart(JobExecution unfinished) throws JobExecutionException {
        return retried(operator.restart(unfinished));
    }

    private JobExecution retried(JobExecution ended) throws JobExecutionException {
        JobExecution execution = ended;
        for (int retry = 1; retry <= MOST_RETRIES && RootCause.mayPass(execution); retry++) {
            LOG.warn("Execution {} got in another transaction's way; resuming it", execution.getId());
            execution = operator.restart(execution);
        }
        return execution;
    }
}
