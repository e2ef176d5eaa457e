package io.leadscore.cli;

import io.leadscore.delta.RunOutcome;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.RunLeases;
import io.leadscore.ledger.WeightSets;
import io.leadscore.recalibration.FirstLearning;
import io.leadscore.recalibration.RecalibrationOutcome;
import io.leadscore.recalibration.RecalibrationSettings;
import io.leadscore.report.RunInProgressException;
import io.leadscore.report.RunReporter;
import org.jspecify.annotations.Nullable;

/**
 * Lets the weekly job follow a first sync that brought deals enough to learn from. What becomes of it changes nothing about
 * how the sync itself ended.
 */
final class FirstLearningRun {

    private final Surroundings surroundings;
    private final boolean json;

    FirstLearningRun(Surroundings surroundings, boolean json) {
        this.surroundings = surroundings;
        this.json = json;
    }

    /** What the weekly job is to follow for; null: it is not to. */
    FirstLearning.@Nullable Due due(RunOutcome outcome, Rooms rooms) {
        if (!outcome.isDone() || isDryRun(outcome)) {
            return null;
        }
        FirstLearning first = new FirstLearning(
                rooms.door(AccountState.class),
                rooms.door(Mirror.class),
                rooms.door(WeightSets.class),
                rooms.door(RunLeases.class),
                surroundings.clock());
        return first.due(outcome.report().portalId());
    }

    private static boolean isDryRun(RunOutcome outcome) {
        return outcome.report().details().containsKey(RunReporter.DRY_RUN);
    }

    /** Runs it, once the sync's own rooms are closed, and tells how it went; with JSON, in a line to stderr. */
    void follow(FirstLearning.Due due) {
        try {
            RecalibrationSettings settings = surroundings.settings().recalibration();
            if (settings.afterFirstSync()) {
                (json ? surroundings.err() : surroundings.out())
                        .println((json ? "" : "\n") + due.sentence() + " The weekly job runs for the first time.");
                tell(new RecalibrationRun(surroundings, false, null, json)
                        .outcome(surroundings.settings(), rooms -> due.portalId()));
            }
        } catch (RunInProgressException other) {
            surroundings.err().println(other.getMessage() + " It learns.");
        } catch (RuntimeException failed) {
            CommandLineInterface.tell(failed, surroundings);
            tellThatTheSyncIsDone();
        }
    }

    private void tell(RecalibrationOutcome outcome) {
        if (!json) {
            RecalibrationOut.tell(outcome, false, false, surroundings);
        } else if (outcome.failure() == null) {
            surroundings
                    .err()
                    .println(RunCommand.WEIGHT_RECALIBRATION + " "
                            + outcome.report().executionId() + ": "
                            + outcome.report().details().getOrDefault("verdict", "") + ".");
        } else {
            CommandLineInterface.tell(outcome.failure(), surroundings);
        }
        if (outcome.failure() != null) {
            tellThatTheSyncIsDone();
        }
    }

    private void tellThatTheSyncIsDone() {
        surroundings
                .err()
                .println(
                        "The sync itself is done. The weekly job is tried again in a day, or now by scripts/leadscore run "
                                + RunCommand.WEIGHT_RECALIBRATION + ".");
    }
}
