package io.leadscore.delta;

import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.ActionCount;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.Rejections;
import io.leadscore.report.Need;
import io.leadscore.report.RunTally;
import java.time.Instant;

/**
 * Finds in the ledger what a run left for a person: also what was left by an execution that was killed, and that it goes on
 * from. Only what is new with the run counts. Thread-safe.
 */
final class RunNeeds {

    private final Rejections rejections;
    private final ActionBook book;

    RunNeeds(Rejections rejections, ActionBook book) {
        this.rejections = rejections;
        this.book = book;
    }

    /** Adds what it finds to the tally. */
    void tally(RunParameters run, RunTally tally) {
        if (run.dryRun()) {
            return;
        }
        Instant since = run.startedAt();
        tally.need(Need.LEADS_REJECTED, rejections.since(run.portalId(), since).size());
        for (ActionCount count : book.givenUp(run.portalId(), since)) {
            tally.need(
                    count.state() == ActionState.FAILED ? Need.ACTIONS_FAILED : Need.ACTIONS_UNKNOWN, count.actions());
        }
    }
}
