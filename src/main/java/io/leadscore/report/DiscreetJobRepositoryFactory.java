package io.leadscore.report;

import java.util.List;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.dao.ExecutionContextDao;
import org.springframework.batch.core.repository.dao.JobExecutionDao;
import org.springframework.batch.core.repository.dao.JobInstanceDao;
import org.springframework.batch.core.repository.dao.StepExecutionDao;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.repository.support.SimpleJobRepository;
import org.springframework.batch.core.step.StepExecution;

/** Makes a job repository that keeps no stack traces, for the messages of failures may quote records. */
final class DiscreetJobRepositoryFactory extends JdbcJobRepositoryFactoryBean {

    @Override
    protected Object getTarget() throws Exception {
        var instances = createJobInstanceDao();
        var executions = createJobExecutionDao();
        executions.setJobInstanceDao(instances);
        var steps = createStepExecutionDao();
        steps.setJobExecutionDao(executions);
        return new Discreet(instances, executions, steps, createExecutionContextDao());
    }

    private static final class Discreet extends SimpleJobRepository {

        Discreet(
                JobInstanceDao instances,
                JobExecutionDao executions,
                StepExecutionDao steps,
                ExecutionContextDao contexts) {
            super(instances, executions, steps, contexts);
        }

        @Override
        public void update(JobExecution execution) {
            execution.setExitStatus(named(execution.getExitStatus(), execution.getAllFailureExceptions()));
            super.update(execution);
        }

        @Override
        public void update(StepExecution execution) {
            execution.setExitStatus(named(execution.getExitStatus(), execution.getFailureExceptions()));
            super.update(execution);
        }

        private static ExitStatus named(ExitStatus status, List<Throwable> failures) {
            return new ExitStatus(status.getExitCode(), FailureNames.of(failures, status.getExitDescription()));
        }
    }
}
