package io.leadscore.cli;

import io.leadscore.learning.BacktestSpan;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.Role;
import io.leadscore.recalibration.BacktestConfiguration;
import io.leadscore.recalibration.BacktestOutcome;
import io.leadscore.recalibration.BacktestRequest;
import io.leadscore.recalibration.Backtesting;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.settings.ScoringProfileFile;
import io.leadscore.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries a draft profile or a stored weight set on history. */
@Command(
        name = "backtest",
        description = {
            "Tries a draft of the scoring profile, or a stored weight set, on history and on today's leads.",
            "Beside the live weight set; each closed deal's lead is scored as it was known when the deal was made.",
            "Nothing is written, neither to HubSpot nor to the database."
        })
final class BacktestCommand implements Callable<Integer> {

    private static final Duration USUAL_SPAN = Duration.ofDays(365);

    private final Surroundings surroundings;

    @Option(
            names = "--profile",
            paramLabel = "<file>",
            description = "The draft: a scoring profile such as jobs/scoring-profile.yml, edited.")
    private @Nullable String profile;

    @Option(
            names = "--weights",
            paramLabel = "<id>",
            description = {
                "Try this weight set. With --profile: let the draft inherit what this weight set has learnt, instead of",
                "what the live one has."
            })
    private @Nullable Long weights;

    @Option(
            names = "--from",
            paramLabel = "<date>",
            description =
                    "Look at deals made on this day (UTC) or later, such as 2026-01-31. Default: a year before --to.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "<date>",
            description = "Look at deals made before this day (UTC). Default: up to now.")
    private @Nullable String to;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    BacktestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        BacktestSpan span = span(surroundings.clock().instant());
        if (profile == null && weights == null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "There is nothing to try.", "Give --profile <file> or --weights <id>.");
        }
        Settings settings = surroundings.settings();
        ScoringProfile draft = profile == null ? null : ScoringProfileFile.read(profile, surroundings.presence()::text);
        settings.recalibration();
        Logs.toFileIn(settings.home());
        try (Rooms rooms = Rooms.openToWork(
                settings, surroundings, Role.STUDY, LedgerConfiguration.class, BacktestConfiguration.class)) {
            long portalId = KnownAccount.of(settings, rooms.door(AccountState.class));
            BacktestOutcome outcome = run(rooms.door(Backtesting.class), portalId, draft, span);
            if (json) {
                JsonOut.print(surroundings.out(), outcome);
            } else {
                surroundings.out().print(BacktestText.of(outcome));
            }
            return ExitCode.DONE.number();
        }
    }

    private BacktestOutcome run(
            Backtesting backtesting, long portalId, @Nullable ScoringProfile draft, BacktestSpan span) {
        try (ProgressLine progress = ProgressLine.in(surroundings)) {
            return backtesting.run(portalId, new BacktestRequest(draft, weights, span, progress));
        }
    }

    private BacktestSpan span(Instant now) {
        Instant wished = day("--to", to, now);
        Instant end = wished.isAfter(now) ? now : wished;
        Instant begin = day("--from", from, end.minus(USUAL_SPAN));
        if (!begin.isBefore(end)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--from is " + from + ", which is not before --to" + (to == null ? ", which is now." : "."),
                    "No deal can have been made between them.");
        }
        return new BacktestSpan(begin, end);
    }

    private static Instant day(String option, @Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    option + " is '" + text + "', which is not a date such as 2026-01-31.",
                    "Write year-month-day.");
        }
    }
}
