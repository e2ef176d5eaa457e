package io.leadscore.schedule;

import io.leadscore.delta.DeltaScoring;
import io.leadscore.delta.RunOutcome;
import io.leadscore.delta.RunRequest;
import io.leadscore.ledger.AccountState;
import io.leadscore.recalibration.FirstLearning;
import io.leadscore.recalibration.NothingToRecalibrateException;
import io.leadscore.recalibration.RecalibrationOutcome;
import io.leadscore.recalibration.RecalibrationRequest;
import io.leadscore.recalibration.WeightRecalibration;
import io.leadscore.report.RunInProgressException;
import io.leadscore.report.WrongClockException;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs that nobody watches. One that fails is told in the log and by its report; the next one covers its window again,
 * so nothing is thrown at whoever starts it. Thread-safe.
 */
record Runs(
        DeltaScoring deltaScoring,
        WeightRecalibration recalibration,
        AccountState accounts,
        @Nullable FirstLearning firstLearning,
        Timetable timetable) {

    static final String WEIGHT_RECALIBRATION = "weight-recalibration";

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    void scoreChanges() {
        try {
            RunOutcome outcome = deltaScoring.run(RunRequest.unattended());
            if (outcome.failure() == null) {
                LOG.info("delta-scoring {} {}: {}", outcome.executionId(), outcome.status(), outcome.summary());
                outcome.needs()
                        .forEach(needed ->
                                LOG.warn("{}. {}", needed.text(), needed.need().advice()));
                learnFirst(outcome);
            } else {
                LOG.error(
                        "delta-scoring {} failed: {}",
                        outcome.executionId(),
                        outcome.failure().getMessage());
            }
        } catch (RunInProgressException busy) {
            LOG.info("{} This firing is left out.", busy.getMessage());
        } catch (RuntimeException failed) {
            LOG.error("delta-scoring could not start: {}", RunOutcome.sentence(failed));
            LOG.debug("delta-scoring could not start", failed);
        }
    }

    /** What a first sync brought is learnt from at once, not at the next look for what is due. */
    private void learnFirst(RunOutcome outcome) {
        FirstLearning.Due due = firstLearning == null || !outcome.isDone()
                ? null
                : firstLearning.due(outcome.report().portalId());
        if (due != null) {
            LOG.info("{} weight-recalibration runs now.", due.sentence());
            try {
                timetable.fireNow(WEIGHT_RECALIBRATION);
            } catch (SchedulerException failed) {
                LOG.warn("weight-recalibration could not be fired; it is within an hour", failed);
            }
        }
    }

    /** Recalibrates the accounts of which that is true. */
    void recalibrate(LongPredicate which) {
        accounts.portals().stream().filter(which::test).forEach(this::recalibrate);
    }

    private void recalibrate(long portalId) {
        try {
            RecalibrationOutcome outcome = recalibration.run(portalId, RecalibrationRequest.unattended());
            LOG.info(
                    "weight-recalibration {} {}: {}",
                    outcome.report().executionId(),
                    outcome.report().status(),
                    outcome.report().details());
        } catch (RunInProgressException busy) {
            LOG.info("{} This firing is left out.", busy.getMessage());
        } catch (WrongClockException wrong) {
            LOG.warn("{} {}", wrong.getMessage(), wrong.advice());
        } catch (NothingToRecalibrateException nothing) {
            LOG.warn("{} {}", nothing.getMessage(), nothing.advice());
        } catch (RuntimeException failed) {
            LOG.error(
                    "weight-recalibration could not start: {}",
                    failed.getClass().getSimpleName());
            LOG.debug("weight-recalibration could not start", failed);
        }
    }
}
