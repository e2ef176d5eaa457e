package io.leadscore.ledger;

import io.leadscore.scoring.Holdout;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Who is held out of the actions. Whatever acts on High leads asks {@link #obey} once for each chunk of leads and leaves
 * the members alone. The account's key is random, made when somebody is first to be held out, and kept for ever; it is
 * told to nobody. Joins the caller's transaction. Thread-safe, also across processes: the first key that is kept counts.
 */
public final class Holdouts {

    private static final String KEY = "holdout key";
    private static final String SHARE = "holdout share";
    private static final int KEY_BYTES = 32;

    private final AccountState state;
    private final double share;
    private final InstantSource clock;

    /**
     * Holdouts of one share.
     *
     * @param share what {@code holdout-share} in {@code jobs/kpi.yml} says, from 0 up to but not 1
     */
    public Holdouts(AccountState state, double share, InstantSource clock) {
        this.state = state;
        this.share = share;
        this.clock = clock;
    }

    /**
     * The holdout to obey from now on. Remembers since when its share holds, because a lead that was acted on, or left
     * alone, under another share belongs in no comparison.
     */
    public Holdout obey(long portalId) {
        String known = state.get(portalId, SHARE);
        if (share == 0 && known == null) {
            return Holdout.NONE;
        }
        Instant now = clock.instant();
        String key = state.get(portalId, KEY);
        Holdout holdout = new Holdout(share, key(key == null ? state.putIfAbsent(portalId, KEY, newKey(), now) : key));
        if (known == null || Double.parseDouble(known) != share) {
            state.put(portalId, SHARE, String.valueOf(share), now);
        }
        return holdout;
    }

    /** The holdout that was last obeyed, whatever the settings say now; null if none ever was. */
    public @Nullable StandingHoldout standing(long portalId) {
        String key = state.get(portalId, KEY);
        String known = state.get(portalId, SHARE);
        Instant since = state.changedAt(portalId, SHARE);
        return key == null || known == null || since == null
                ? null
                : new StandingHoldout(new Holdout(Double.parseDouble(known), key(key)), since);
    }

    private static String newKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static byte[] key(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
