package io.leadscore.cli;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.settings.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets actions be tried again. */
@Command(
        name = "retry",
        description = {
            "Lets actions be tried again that were given up; the next run of delta-scoring tries them.",
            "One that is unknown may have been done already: it is repeated only if it is named, with --unknown."
        })
final class ActionsRetryCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "<id>",
            arity = "0..*",
            description = "Which, as scripts/leadscore actions list shows them.")
    private List<Long> ids = new ArrayList<>();

    @Option(names = "--failed", description = "All that were given up.")
    private boolean failed;

    @Option(
            names = "--unknown",
            description = "Also those of the named ones that are unknown, though it may double them.")
    private boolean unknown;

    ActionsRetryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        check();
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        int retried;
        try (Rooms rooms = Rooms.openToLook(settings, surroundings.clock(), LedgerConfiguration.class)) {
            long portalId = KnownAccount.of(settings, rooms.door(AccountState.class));
            ActionBook book = rooms.door(ActionBook.class);
            Instant now = surroundings.clock().instant();
            retried = failed
                    ? book.retryAll(portalId, ActionState.FAILED, now)
                    : book.retry(portalId, ids, ActionState.FAILED, now);
            retried += unknown ? book.retry(portalId, ids, ActionState.UNKNOWN, now) : 0;
        }
        if (retried == 0 && !failed) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "None of these actions was given up" + (unknown ? " or is unknown." : "."),
                    "scripts/leadscore actions list --failed lists those that were"
                            + (unknown ? "." : "; --unknown repeats one that is unknown."));
        }
        if (unknown) {
            surroundings.err().println("What is unknown may have been done already; then it is done twice.");
        }
        surroundings
                .out()
                .println(
                        retried == 0
                                ? "There is none that was given up."
                                : Numbers.grouped(retried) + (retried == 1 ? " action is" : " actions are")
                                        + " tried again by the next run of delta-scoring.");
        return ExitCode.DONE.number();
    }

    private void check() {
        if (failed == !ids.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    failed ? "Ids were given beside --failed, which means all." : "No action was named.",
                    "Name actions by their ids, or say --failed for all that were given up.");
        }
        if (unknown && ids.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--unknown means something only for actions that are named.",
                    "scripts/leadscore actions list --unknown lists them.");
        }
    }
}
