package io.leadscore.ai;

import io.leadscore.ledger.AccountState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which dialect the server speaks, learnt from what it refuses and remembered for every process of the account, until
 * address or model change, or a week has passed: servers learn, too. Thread-safe.
 */
final class Dialects {

    private static final String STATE = "ai.dialect";
    private static final Duration REMEMBERED = Duration.ofDays(7);

    /** So far apart may the clocks of servers be. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final AccountState state;
    private final InstantSource time;

    /** Tells the server and its models from others. */
    private final String who;

    private final Map<Long, Dialect> current = new HashMap<>();

    Dialects(AiSettings settings, AccountState state, InstantSource time) {
        this.state = state;
        this.time = time;
        String named = settings.baseUrl() + " " + settings.choice().model() + " "
                + settings.choice().embeddingModel();
        this.who =
                UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The dialect in which an account's run asks. */
    synchronized Dialect of(Run run) {
        Dialect known = current.get(run.portalId());
        return known == null ? read(run) : known;
    }

    /** The dialect that is remembered for an account. */
    synchronized Dialect remembered(long portalId) {
        String stored = state.get(portalId, STATE);
        Instant since = state.changedAt(portalId, STATE);
        if (stored == null || since == null || !stored.startsWith(who + " ")) {
            return Dialect.FULL;
        }
        Dialect dialect = Dialect.parse(stored.substring(who.length() + 1));
        Instant now = time.instant();
        boolean isOver = since.plus(REMEMBERED).isBefore(now);
        // A clock that ran ahead would keep it for good.
        boolean isToCome = since.isAfter(now.plus(CLOCKS_APART));
        return dialect == null || isOver || isToCome ? Dialect.FULL : dialect;
    }

    /**
     * The dialect to go on in after a refusal; null when there is none.
     *
     * @param spoken in which the refused request was made; when others have gone on since, theirs is taken
     */
    synchronized @Nullable Dialect after(Run run, Dialect spoken, Parameter refused) {
        Dialect now = of(run);
        if (!now.equals(spoken)) {
            return now;
        }
        Dialect smaller = spoken.without(refused);
        if (smaller != null) {
            run.atLedger(() -> {
                state.put(run.portalId(), STATE, who + " " + smaller.text(), time.instant());
                return smaller;
            });
            current.put(run.portalId(), smaller);
        }
        return smaller;
    }

    private Dialect read(Run run) {
        Dialect read = run.atLedger(() -> remembered(run.portalId()));
        current.put(run.portalId(), read);
        return read;
    }
}
