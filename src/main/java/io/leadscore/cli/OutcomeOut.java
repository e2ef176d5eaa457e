package io.leadscore.cli;

import io.leadscore.delta.RunOutcome;
import io.leadscore.ledger.RejectedLead;
import io.leadscore.ledger.Rejections;
import io.leadscore.ledger.RunReport;
import io.leadscore.report.Needed;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells how a run ended: its report and its rejected leads to stdout, why it failed to stderr. */
final class OutcomeOut {

    private OutcomeOut() {}

    /** Prints it all and returns the exit code. */
    static int tell(RunOutcome outcome, Rejections rejections, boolean json, Surroundings surroundings) {
        List<RejectedLead> rejected = outcome.status() == RunOutcome.Status.COMPLETED_NEEDS_PERSON
                ? rejections.since(outcome.report().portalId(), outcome.begunAt())
                : List.of();
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("status", outcome.status());
            all.put("needs", outcome.needs());
            all.put("report", outcome.report());
            all.put("rejected", rejected);
            JsonOut.print(surroundings.out(), all);
        } else {
            surroundings.out().print(text(outcome.report(), rejected));
            outcome.needs().forEach(needed -> tell(needed, surroundings.err()));
        }
        return exitCode(outcome, surroundings);
    }

    private static void tell(Needed needed, PrintWriter err) {
        err.println(needed.need().label() + ": " + Numbers.grouped(needed.count()) + ".");
        err.println(needed.need().advice());
    }

    private static int exitCode(RunOutcome outcome, Surroundings surroundings) {
        return switch (outcome.status()) {
            case COMPLETED -> ExitCode.DONE.number();
            case COMPLETED_NEEDS_PERSON -> ExitCode.NEEDS_PERSON.number();
            case FAILED -> {
                Throwable failure = outcome.failure();
                yield CommandLineInterface.tell(
                        failure == null ? new IllegalStateException("The run failed") : failure, surroundings);
            }
            case STOPPED -> {
                surroundings.err().println("Execution " + outcome.executionId() + " was stopped at a chunk's end.");
                surroundings
                        .err()
                        .println("The next run goes on from there; so does scripts/leadscore relaunch "
                                + outcome.executionId() + ".");
                yield ExitCode.FAILED.number();
            }
        };
    }

    static String text(RunReport report, List<RejectedLead> rejected) {
        StringBuilder text = new StringBuilder("execution " + report.executionId() + " of " + report.job() + ": "
                + report.status() + Took.text(report) + "\n\n");
        TextTable counts = new TextTable("WHAT", "COUNT");
        report.counts().forEach((name, count) -> counts.row(name, Numbers.grouped(count)));
        if (!counts.isEmpty()) {
            text.append(counts.render());
        }
        report.details().forEach((name, detail) -> text.append(CleanText.of(name + ": " + detail))
                .append('\n'));
        if (!rejected.isEmpty()) {
            TextTable rows = new TextTable("REJECTED", "CODE", "PROPERTIES", "WHAT TO DO");
            rejected.forEach(
                    row -> rows.row(row.contactId(), row.code(), String.join(" ", row.properties()), row.advice()));
            text.append('\n').append(rows.render());
        }
        return text.toString();
    }
}
