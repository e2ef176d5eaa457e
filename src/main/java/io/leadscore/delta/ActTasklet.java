package io.leadscore.delta;

import io.leadscore.actions.ActReport;
import io.leadscore.actions.ActionRunner;
import io.leadscore.actions.ActionWatch;
import io.leadscore.actions.Trouble;
import io.leadscore.ledger.RunLease;
import io.leadscore.report.RunTally;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Carries out what scores set off. Whatever goes wrong with it is told in the run's report and ends no run: what is not
 * done, the next run does. A dry run acts for nobody.
 */
final class ActTasklet implements Tasklet {

    /** The run report's details that tell of trouble with actions begin with this. */
    static final String TROUBLE = "actions";

    private static final String STEP = "act";

    private final ActionRunner runner;
    private final CleanStop cleanStop;
    private final RunTally tally;

    ActTasklet(ActionRunner runner, CleanStop cleanStop, RunTally tally) {
        this.runner = runner;
        this.cleanStop = cleanStop;
        this.tally = tally;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunParameters run = RunParameters.of(contribution.getStepExecution().getJobExecution());
        if (!run.dryRun()) {
            ActReport report = runner.act(run.portalId(), watch());
            report.counts().forEach(tally::add);
            List<Trouble> troubles = report.troubles();
            for (int i = 0; i < troubles.size(); i++) {
                Trouble trouble = troubles.get(i);
                tally.note(i == 0 ? TROUBLE : TROUBLE + " " + (i + 1), trouble.sentence() + " " + trouble.advice());
            }
        }
        return RepeatStatus.FINISHED;
    }

    private ActionWatch watch() {
        return new ActionWatch() {
            @Override
            public boolean mayGoOn() {
                RunLease lease = RunLease.current();
                return (lease == null || lease.isHeld()) && !cleanStop.isStopping();
            }

            @Override
            public void update(long done, long total) {
                tally.progress(STEP, done, total);
            }
        };
    }
}
