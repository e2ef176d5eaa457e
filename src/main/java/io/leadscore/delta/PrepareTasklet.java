package io.leadscore.delta;

import io.leadscore.ledger.Cause;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.Touches;
import io.leadscore.report.RunTally;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Between pulling and scoring: ends the run if the clock is wrong, and touches the leads that were left alone for a reason
 * that is gone: HubSpot is written to in another way than the one it refused, what is written is defined otherwise there
 * since, or somebody else's values are to be overwritten after all.
 */
record PrepareTasklet(
        ClockCheck clock,
        WhenOverwritten whenOverwritten,
        RefusedBefore refusedBefore,
        Scores scores,
        Touches touches,
        RunTally tally)
        implements Tasklet {

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        clock.verify();
        RunParameters run = RunParameters.of(contribution.getStepExecution().getJobExecution());
        if (run.dryRun()) {
            return RepeatStatus.FINISHED;
        }
        List<Long> refusedOtherwise = refusedBefore.toTryAgain(run.portalId());
        touches.touch(run.portalId(), refusedOtherwise, Cause.REJECTED_BEFORE);
        tally.add("leads refused in another way before", refusedOtherwise.size());
        if (whenOverwritten == WhenOverwritten.KEEP_WRITING) {
            touches.touch(run.portalId(), scores.left(run.portalId()), Cause.OVERWRITTEN);
        }
        return RepeatStatus.FINISHED;
    }
}
