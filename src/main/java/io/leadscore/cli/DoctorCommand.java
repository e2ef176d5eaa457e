package io.leadscore.cli;

import io.leadscore.ai.AiConfiguration;
import io.leadscore.ai.AiSettings;
import io.leadscore.ai.FitAnalyst;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.learning.OutcomeEvidence;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.DatabaseCheck;
import io.leadscore.ledger.DiskSpace;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Rejections;
import io.leadscore.ledger.RunReport;
import io.leadscore.ledger.RunReports;
import io.leadscore.ledger.Scores;
import io.leadscore.scoring.OutcomeKind;
import io.leadscore.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at everything that a run needs, and says what to do about what is not as it must be. */
@Command(
        name = "doctor",
        description = {
            "Checks settings, database, token, scopes, properties, clock, limits, freshness and what actions need; says what",
            "to do.",
            "Writes nothing to HubSpot. The exit code is that of the first failure."
        })
final class DoctorCommand implements Callable<Integer> {

    private static final int RUNS_LOOKED_AT = 50;
    private static final int INTERVALS_UNTIL_STALE = 3;

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Checkup checkup = new Checkup();
        Settings settings = checkup.read("settings", surroundings::settings, read -> "read; home is " + read.home());
        if (settings != null) {
            look(settings, checkup);
        }
        if (json) {
            JsonOut.print(surroundings.out(), checkup.findings());
        } else {
            surroundings.out().print(text(checkup.findings()));
        }
        return checkup.exitCode().number();
    }

    private void look(Settings settings, Checkup checkup) {
        Logs.toFileIn(settings.home());
        checkup.check("precautions", () -> settings.precautions().stream()
                .map(precaution -> Finding.warn(precaution.subject(), precaution.sentence(), precaution.advice()))
                .toList());
        checkup.check("names in .env", () -> settings.unknownNames().stream()
                .map(name -> Finding.warn(".env", name + " is no setting.", "Correct the name; see README.md."))
                .toList());
        boolean jobs = checkup.check("jobs/", () -> {
            settings.delta();
            settings.kpi();
            settings.scoringProfile();
            settings.actions();
            settings.ai();
            settings.recalibration();
            return List.of(
                    Finding.ok(
                            "jobs/",
                            "actions.yml, ai.yml, delta-scoring.yml, kpi.yml, scoring-profile.yml and weight-recalibration.yml are right"));
        });
        checkup.check("disk", () -> List.of(disk(settings)));
        checkup.check("AI", () -> List.of(ai(settings)));
        checkup.check("database", () -> database(settings));
        checkup.check("open", () -> open(settings));
        if (jobs) {
            checkup.check("token", () -> {
                try (HubSpot hubSpot = HubSpot.create(settings.hubSpot(), surroundings.clock())) {
                    if (new HubSpotCheckup(hubSpot, settings, surroundings.clock()).run(checkup)) {
                        checkup.check("options", () -> options(hubSpot, settings));
                        checkup.check("outcome", () -> outcome(hubSpot, settings));
                        new ActionCheckup(hubSpot, settings.actions(), settings.channels(), surroundings.clock())
                                .run(checkup);
                    }
                }
                return List.of();
            });
        }
    }

    private List<Finding> options(HubSpot hubSpot, Settings settings) {
        try (Rooms rooms = Rooms.openToLook(settings, surroundings.clock(), LedgerConfiguration.class)) {
            Mirror mirror = rooms.door(Mirror.class);
            long portalId = hubSpot.account().portalId();
            return new OptionCheckup(
                            hubSpot,
                            settings.scoringProfile(),
                            (type, option) -> mirror.countOfOutcome(portalId, type, option.value()))
                    .run();
        }
    }

    private List<Finding> outcome(HubSpot hubSpot, Settings settings) {
        try (Rooms rooms = Rooms.openToLook(settings, surroundings.clock(), LedgerConfiguration.class)) {
            OutcomeEvidence evidence =
                    rooms.door(Mirror.class).outcomeEvidence(hubSpot.account().portalId());
            return List.of(outcome(evidence, settings.scoringProfile().outcome().kind()));
        }
    }

    static Finding outcome(OutcomeEvidence evidence, OutcomeKind chosen) {
        OutcomeKind proposed = evidence.proposed();
        String sentence = "outcome.means is " + chosen.key() + "; " + evidence.sentence();
        return evidence.goesWith(chosen)
                ? Finding.ok("outcome", sentence)
                : Finding.warn(
                        "outcome",
                        sentence,
                        "Think of outcome.means: " + proposed.key()
                                + " in jobs/scoring-profile.yml, which goes with that.");
    }

    private Finding ai(Settings settings) {
        AiSettings ai = settings.ai();
        if (!ai.isOn()) {
            return Finding.ok("AI", "no key is set; fit is scored by rules alone");
        }
        try (Rooms rooms =
                Rooms.openToLook(settings, surroundings.clock(), LedgerConfiguration.class, AiConfiguration.class)) {
            String trouble = rooms.door(FitAnalyst.class).check();
            return trouble == null
                    ? Finding.ok(
                            "AI", "knows the key and the model " + ai.choice().model())
                    : Finding.warn("AI", trouble, "Until then, fit is scored by rules alone.");
        }
    }

    private static Finding disk(Settings settings) {
        try {
            return disk(DiskSpace.of(settings.ledger()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Finding disk(DiskSpace space) {
        String free = DiskSpace.megabytes(space.free()) + " are free on the disk of LEAD_SCORE_HOME";
        if (!space.writable()) {
            return Finding.fail(
                    "disk",
                    new Failure(
                            ExitCode.FAILED,
                            "The disk of LEAD_SCORE_HOME is full.",
                            "Make room there; runs fail until then."));
        }
        return space.free() >= space.wanted()
                ? Finding.ok("disk", free)
                : Finding.warn(
                        "disk", free, "Make room there: " + DiskSpace.megabytes(space.wanted()) + " should be free.");
    }

    private List<Finding> database(Settings settings) {
        try (Rooms rooms = Rooms.openToLook(settings, surroundings.clock(), LedgerConfiguration.class)) {
            List<RunReport> runs = rooms.door(RunReports.class).recent(RUNS_LOOKED_AT);
            List<Finding> findings = new ArrayList<>();
            findings.add(freshness(
                    runs, settings.updateInterval(), surroundings.clock().instant()));
            findings.addAll(DatabaseCheckup.run(rooms.door(DatabaseCheck.class)));
            return findings;
        }
    }

    private List<Finding> open(Settings settings) {
        try (Rooms rooms = Rooms.openToLook(settings, surroundings.clock(), LedgerConfiguration.class)) {
            List<Finding> findings = new ArrayList<>();
            for (long portalId : rooms.door(AccountState.class).portals()) {
                OpenNeeds.of(portalId, rooms.door(Rejections.class), rooms.door(ActionBook.class))
                        .forEach(needed -> findings.add(Finding.warn(
                                "open", needed.text(), needed.need().advice())));
                List<Long> left = rooms.door(Scores.class).left(portalId);
                if (!left.isEmpty()) {
                    findings.add(Finding.warn(
                            "open",
                            "somebody else writes score properties again and again, and theirs are left: of "
                                    + left.size() + " leads, contact " + left.get(0) + " among them",
                            "Find the workflow in HubSpot, or set when-overwritten: keep-writing in"
                                    + " jobs/delta-scoring.yml."));
                }
            }
            return findings;
        }
    }

    static Finding freshness(List<RunReport> runs, Duration interval, Instant now) {
        Instant last = lastCompleted(runs);
        if (last == null) {
            return Finding.warn(
                    "database",
                    "opens, but holds no completed run" + (runs.isEmpty() ? "" : " among the latest"),
                    "Start one: scripts/leadscore run delta-scoring.");
        }
        Duration age = Duration.between(last, now);
        String sentence = "opens; the last completed run ended " + Took.of(age) + " ago";
        return age.compareTo(interval.multipliedBy(INTERVALS_UNTIL_STALE)) <= 0
                ? Finding.ok("database", sentence)
                : Finding.warn("database", sentence, "Is scripts/leadscore serve running? See scripts/leadscore runs.");
    }

    private static @Nullable Instant lastCompleted(List<RunReport> runs) {
        for (RunReport run : runs) {
            if (run.job().equals(RunCommand.DELTA_SCORING) && run.status().startsWith("COMPLETED")) {
                return run.endedAt();
            }
        }
        return null;
    }

    static String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            String line = "%-4s  %s: %s"
                    .formatted(finding.level().name().toLowerCase(Locale.ROOT), finding.subject(), finding.sentence());
            text.append(CleanText.of(line)).append('\n');
            if (finding.advice() != null) {
                text.append("      ").append(CleanText.of(finding.advice())).append('\n');
            }
        }
        return text.toString();
    }
}
