package io.leadscore.cli;

import io.leadscore.delta.DeltaScoring;
import io.leadscore.delta.RunOutcome;
import io.leadscore.delta.RunRequest;
import io.leadscore.door.CallFailed;
import io.leadscore.door.Caller;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.learning.Assessment;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.Role;
import io.leadscore.ledger.RunReport;
import io.leadscore.ledger.Scores;
import io.leadscore.recalibration.RecalibrationConfiguration;
import io.leadscore.recalibration.RecalibrationOutcome;
import io.leadscore.recalibration.RecalibrationRequest;
import io.leadscore.recalibration.WeightRecalibration;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Score;
import io.leadscore.settings.Settings;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the demo shows, act by act. It fails when what it shows is not so. */
final class Demo {

    /** Set by the launcher when it makes the archive of classes. */
    private static final String REHEARSAL_PROPERTY = "leadscore.rehearsal";

    private static final int BEST = 10;
    private static final int FEW = 5;
    private static final int LOOKED_AT = 300;

    /** So many leads a team can work on. */
    private static final int WORKED = 40;

    /** What a chance speaks of, in the profile that is in the jar. */
    private static final Duration HORIZON = Duration.ofDays(90);

    private final Sandbox sandbox;
    private final Settings settings;
    private final Surroundings surroundings;
    private final PrintWriter out;

    Demo(Sandbox sandbox, Settings settings, Surroundings surroundings) {
        this.sandbox = sandbox;
        this.settings = settings;
        this.surroundings = surroundings;
        this.out = surroundings.out();
    }

    void play() {
        try (Rooms rooms =
                RunCommand.openJobRooms(settings, surroundings, Role.RUN, RecalibrationConfiguration.class)) {
            HubSpot hubSpot = rooms.door(HubSpot.class);
            out.println("Setup: " + hubSpot.setUp(false).created().size() + " properties created in HubSpot.\n");
            DeltaScoring deltaScoring = rooms.door(DeltaScoring.class);
            Scores scores = rooms.door(Scores.class);
            run("First sync, by the scoring profile as it comes", deltaScoring);
            long portalId = KnownAccount.of(settings, rooms.door(AccountState.class));
            Ranking before = Ranking.of(scores, portalId);
            out.print("\n" + before.priorities() + "\n" + BestLeads.text(before.best(FEW), sandbox.crm(), Map.of()));
            if (learns(rooms.door(WeightRecalibration.class), portalId)) {
                run("All leads anew", deltaScoring);
                compare(before, Ranking.of(scores, portalId));
            }
            replyArrives(deltaScoring, scores, portalId);
            nothingHappens(deltaScoring);
            if (Boolean.getBoolean(REHEARSAL_PROPERTY)) {
                rehearseCall();
            }
            out.println("\nCalls to HubSpot in all: "
                    + Numbers.grouped(hubSpot.usage().totalCalls()) + ", of them refused by a limit: "
                    + hubSpot.usage().rateLimited() + ".");
        }
        out.print("""

                For the leads of your own account, explain shows every contribution: scripts/leadscore explain <contactId>
                Next, for your own account: copy .env.example to .env, put your token in, then
                  scripts/leadscore doctor && scripts/leadscore setup && scripts/leadscore run delta-scoring --dry-run
                To play with this stand-in yourself: scripts/leadscore sandbox --sales
                """);
    }

    /** What a command beside an owner needs is loaded, too, so that the launcher's archive holds it. */
    private void rehearseCall() {
        try {
            new Caller(
                            settings.home(),
                            settings.home(),
                            OutputStream.nullOutputStream(),
                            OutputStream.nullOutputStream())
                    .call(List.of("runs"), false, Map.of());
        } catch (CallFailed e) {
            throw new IllegalStateException("A command beside the demo failed", e);
        }
    }

    /** Learns from the closed deals, and tells what of; returns whether anything was learnt. */
    private boolean learns(WeightRecalibration recalibration, long portalId) {
        RecalibrationOutcome outcome;
        try (ProgressLine progress = ProgressLine.in(surroundings)) {
            outcome = recalibration.run(portalId, new RecalibrationRequest(false, null, progress));
        }
        Assessment assessment = outcome.assessment();
        if (assessment == null) {
            throw new IllegalStateException("The weekly job failed", outcome.failure());
        }
        out.print("\n" + Learnt.text(assessment));
        return assessment.evaluation() != null;
    }

    private void compare(Ranking before, Ranking after) {
        out.print(
                "\n" + after.priorities() + "\n" + BestLeads.text(after.best(BEST), sandbox.crm(), before.byContact()));
        out.println("\nWhat became of those that were best before:");
        out.print(BestLeads.text(after.of(before.best(FEW)), sandbox.crm(), before.byContact()));
        Set<Long> buyers = sandbox.buyersUntil(surroundings.clock().instant().plus(HORIZON));
        out.println("\nThe stand-in knows what comes next. Within " + HORIZON.toDays() + " days, of the " + WORKED
                + " leads that the profile rated best, " + before.among(WORKED, buyers) + " buy; of the " + WORKED
                + " that are best now, " + after.among(WORKED, buyers) + ".");
    }

    private void replyArrives(DeltaScoring deltaScoring, Scores scores, long portalId) {
        Score before = nearlyHigh(new Ranking(scores.best(portalId, LOOKED_AT)));
        sandbox.crm().logEmailReply(before.contactId());
        out.println("\n" + BestLeads.name(sandbox.crm(), before.contactId()) + " answers an e-mail.");
        RunReport report = run("Next run", deltaScoring);
        Score after = Objects.requireNonNull(scores.find(portalId, before.contactId()))
                .score();
        out.println("  " + before.points() + " -> " + after.points() + " points, "
                + before.priority().label() + " -> " + after.priority().label() + ".");
        if (count(report, "leads written") == 0) {
            throw unexpected("The reply changed no score.");
        }
    }

    private void nothingHappens(DeltaScoring deltaScoring) {
        out.println("\nNothing happens.");
        RunReport report = run("Next run", deltaScoring);
        if (count(report, "leads written") > 0 && count(report, "leads due") == 0) {
            throw unexpected("A run without any change wrote scores.");
        }
    }

    private RunReport run(String name, DeltaScoring deltaScoring) {
        RunOutcome outcome;
        try (ProgressLine progress = ProgressLine.in(surroundings)) {
            outcome = deltaScoring.run(new RunRequest(false, progress));
        }
        RunReport report = outcome.report();
        Throwable failure = outcome.failure();
        if (outcome.status() != RunOutcome.Status.COMPLETED) {
            throw new IllegalStateException(name + " ended as " + outcome.status(), failure);
        }
        String took = report.endedAt() == null ? "" : Took.of(Duration.between(report.startedAt(), report.endedAt()));
        out.println(name + ": " + Numbers.grouped(count(report, "leads scored")) + " scored, "
                + Numbers.grouped(count(report, "leads written")) + " written to HubSpot, in " + took + ".");
        theAisPart(report);
        return report;
    }

    private void theAisPart(RunReport report) {
        long requests = count(report, "AI requests");
        if (requests > 0) {
            out.println("  The AI judged the fit of " + Numbers.grouped(count(report, "AI answers")) + " profiles in "
                    + Numbers.grouped(requests) + " requests; " + Numbers.grouped(count(report, "leads scored with AI"))
                    + " leads share them.");
        }
        String trouble = report.details().get("ai");
        if (trouble != null) {
            throw unexpected("The AI's part failed: " + trouble);
        }
    }

    /** A lead whose next step up is worth seeing. */
    private static Score nearlyHigh(Ranking leads) {
        Score first = leads.firstBelow(Priority.HIGH);
        if (first == null) {
            throw unexpected("No lead was scored.");
        }
        return first;
    }

    private static CommandFailure unexpected(String sentence) {
        return new CommandFailure(ExitCode.FAILED, sentence, "This is a defect; please report it with the log.");
    }

    private static long count(RunReport report, String name) {
        return report.counts().getOrDefault(name, 0L);
    }
}
