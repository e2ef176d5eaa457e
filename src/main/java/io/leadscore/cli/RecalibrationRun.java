package io.leadscore.cli;

import io.leadscore.ai.AiConfiguration;
import io.leadscore.delta.DeltaScoring;
import io.leadscore.delta.RunOutcome;
import io.leadscore.delta.RunRequest;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.Role;
import io.leadscore.ledger.Watermarks;
import io.leadscore.recalibration.RecalibrationConfiguration;
import io.leadscore.recalibration.RecalibrationOutcome;
import io.leadscore.recalibration.RecalibrationRequest;
import io.leadscore.recalibration.WeightRecalibration;
import io.leadscore.report.ReportConfiguration;
import io.leadscore.settings.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Runs the weekly job once, in the foreground. It needs the ledger only, unless an account has to be pulled first. */
final class RecalibrationRun {

    private final Surroundings surroundings;
    private final boolean dryRun;
    private final @Nullable Duration history;
    private final boolean json;

    RecalibrationRun(Surroundings surroundings, boolean dryRun, @Nullable Duration history, boolean json) {
        this.surroundings = surroundings;
        this.dryRun = dryRun;
        this.history = history;
        this.json = json;
    }

    int call() {
        Settings settings = surroundings.settings();
        settings.recalibration();
        settings.ai();
        Logs.toFileInNew(settings.home());
        if (history != null) {
            pullIfYoung(settings);
        }
        RecalibrationOutcome outcome =
                outcome(settings, rooms -> KnownAccount.of(settings, rooms.door(AccountState.class)));
        return RecalibrationOut.tell(outcome, dryRun, json, surroundings);
    }

    /** Runs it, and tells nothing but its progress. */
    RecalibrationOutcome outcome(Settings settings, ToLongFunction<Rooms> account) {
        try (Rooms rooms = Rooms.openToWork(
                settings,
                surroundings,
                Role.STUDY,
                LedgerConfiguration.class,
                ReportConfiguration.class,
                AiConfiguration.class,
                RecalibrationConfiguration.class)) {
            return run(rooms.door(WeightRecalibration.class), account.applyAsLong(rooms));
        }
    }

    private RecalibrationOutcome run(WeightRecalibration recalibration, long portalId) {
        try (ProgressLine progress = ProgressLine.in(surroundings)) {
            return recalibration.run(portalId, new RecalibrationRequest(dryRun, history, progress));
        }
    }

    /** A mirror that was never pulled whole has no history: the delta job fills it, and scores by the default weights. */
    private void pullIfYoung(Settings settings) {
        try (Rooms rooms = RunCommand.openJobRooms(settings, surroundings, Role.RUN);
                ProgressLine progress = ProgressLine.in(surroundings)) {
            if (isYoung(settings, rooms)) {
                surroundings.err().println("The account was never pulled whole; the delta job runs first.");
                RunOutcome outcome = rooms.door(DeltaScoring.class).run(new RunRequest(false, progress));
                Throwable failure = outcome.failure();
                if (failure != null) {
                    throw new CommandFailure(
                            ExitCode.FAILED,
                            "The account could not be pulled: " + RunOutcome.sentence(failure),
                            "scripts/leadscore doctor says what is wrong.");
                }
            }
        }
    }

    private static boolean isYoung(Settings settings, Rooms rooms) {
        AccountState accounts = rooms.door(AccountState.class);
        if (settings.portalId() == null && accounts.portals().isEmpty()) {
            return true;
        }
        long portalId = KnownAccount.of(settings, accounts);
        Watermarks watermarks = rooms.door(Watermarks.class);
        return Arrays.stream(ObjectType.values()).anyMatch(type -> watermarks.get(portalId, type) == null);
    }
}
