package io.leadscore.cli;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.Departure;
import io.leadscore.ledger.HistoryEntry;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.StoredScore;
import io.leadscore.settings.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a contact's score is made of. */
@Command(
        name = "explain",
        description = "Shows a contact's score with every contribution to it, its history and what caused it.")
final class ExplainCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "<contactId>", description = "HubSpot's id of the contact.")
    private long contactId;

    @Option(
            names = "--history",
            paramLabel = "<n>",
            defaultValue = "10",
            description = "How many earlier scores to show (default: ${DEFAULT-VALUE}).")
    private int historyLimit;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        try (Rooms rooms = Rooms.openToRead(settings, surroundings.clock())) {
            long portalId = KnownAccount.of(settings, rooms.door(AccountState.class));
            Scores scores = rooms.door(Scores.class);
            StoredScore score = scores.find(portalId, contactId);
            if (score == null) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "Contact " + contactId + " of account " + portalId + " has no score.",
                        "Check the id; a contact is scored by the first run after it appears in HubSpot.");
            }
            List<HistoryEntry> history = scores.history(portalId, contactId, Math.max(1, historyLimit));
            Departure departure = rooms.door(Mirror.class).departure(portalId, contactId);
            if (json) {
                JsonOut.print(surroundings.out(), ExplanationJson.of(portalId, score, history, departure));
            } else {
                surroundings.out().print(ExplanationText.of(score, history, departure));
            }
            return ExitCode.DONE.number();
        }
    }
}
