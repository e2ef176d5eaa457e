package io.leadscore.actions;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.Standings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many leads may set something off because of other weights alone: a share of all leads for each weight set, however
 * many runs it takes to rescore them. Joins the caller's transaction. Thread-safe; one run at a time takes from it.
 */
final class MassQuota {

    private static final String NAME = "actions.mass";
    private static final double PERCENT = 100;

    private final AccountState state;
    private final Standings standings;
    private final double sharePercent;

    MassQuota(AccountState state, Standings standings, double sharePercent) {
        this.state = state;
        this.standings = standings;
        this.sharePercent = sharePercent;
    }

    /** What is left for a weight set. */
    long left(ScoringRun run) {
        return stored(run).left();
    }

    /** Takes from what is left. */
    void take(ScoringRun run, long many, Instant at) {
        if (many > 0) {
            Quota quota = stored(run);
            state.put(run.portalId(), NAME, new Quota(quota.weightSetId(), quota.left() - many).text(), at);
        }
    }

    private Quota stored(ScoringRun run) {
        Quota stored = Quota.read(state.get(run.portalId(), NAME));
        if (stored != null && stored.weightSetId() == run.weightSetId()) {
            return stored;
        }
        return new Quota(run.weightSetId(), (long) (standings.count(run.portalId()) * sharePercent / PERCENT));
    }

    private record Quota(long weightSetId, long left) {

        static @Nullable Quota read(@Nullable String text) {
            if (text == null) {
                return null;
            }
            int space = text.indexOf(' ');
            return new Quota(Long.parseLong(text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
        }

        String text() {
            return weightSetId + " " + left;
        }
    }
}
