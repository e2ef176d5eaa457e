package io.leadscore.cli;

import io.leadscore.learning.Assessment;
import io.leadscore.recalibration.RecalibrationOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells how a run of the weekly job ended. */
final class RecalibrationOut {

    private RecalibrationOut() {}

    /** Prints it all and returns the exit code. */
    static int tell(RecalibrationOutcome outcome, boolean dryRun, boolean json, Surroundings surroundings) {
        Throwable failure = outcome.failure();
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("report", outcome.report());
            all.put("assessment", outcome.assessment());
            all.put("candidateId", outcome.candidateId());
            all.put("liveId", outcome.liveId());
            JsonOut.print(surroundings.out(), all);
        } else {
            surroundings.out().print(OutcomeOut.text(outcome.report(), List.of()));
            Assessment assessment = outcome.assessment();
            if (assessment != null) {
                surroundings.out().print("\n" + AssessmentText.of(assessment) + "\n" + closing(outcome, dryRun));
            }
        }
        return failure == null ? ExitCode.DONE.number() : CommandLineInterface.tell(failure, surroundings);
    }

    private static String closing(RecalibrationOutcome outcome, boolean dryRun) {
        if (dryRun) {
            return "A dry run: no weight set was kept or promoted.\n";
        }
        return "Leads are scored by weight set " + outcome.liveId()
                + "; the next delta run rescores those that another one scored.\n"
                + (outcome.candidateId() == null
                        ? ""
                        : "The candidate is weight set " + outcome.candidateId() + ": scripts/leadscore models show "
                                + outcome.candidateId() + "\n");
    }
}
