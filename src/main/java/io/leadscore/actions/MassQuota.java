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

    /** Begins a weight set's share, unless that is begun already, and says what is left of it. */
    long begin(ScoringRun run, Instant at) {
        Quota stored = Quota.read(state.get(run.portalId(), NAME));
        if (stored == null || stored.weightSetId() != run.weightSetId()) {
            stored = new Quota(run.weightSetId(), (long) (standings.count(run.portalId()) * sharePercent / PERCENT));
            state.put(run.portalId(), NAME, stored.text(), at);
        }
        return stored.left();
    }

    /** What is left of the share that was begun last. */
    long left(long portalId) {
        Quota stored = Quota.read(state.get(portalId, NAME));
        return stored == null ? 0 : stored.left();
    }

    /** Takes from what is left. */
    void take(long portalId, long many, Instant at) {
        Quota stored = Quota.read(state.get(portalId, NAME));
        if (stored != null && many > 0) {
            state.put(portalId, NAME, new Quota(stored.weightSetId(), stored.left() - many).text(), at);
        }
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
