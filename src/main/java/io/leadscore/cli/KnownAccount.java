package io.leadscore.cli;

import io.leadscore.ledger.AccountState;
import io.leadscore.settings.Settings;
import java.util.List;

/** Which account a command means that does not ask HubSpot. */
final class KnownAccount {

    private KnownAccount() {}

    /**
     * The account of {@code HUBSPOT_PORTAL_ID}, else the only one that was ever scored (so that scores can be explained
     * without a token, or with a new one), else the one that the token belongs to.
     */
    static long of(Settings settings, AccountState accountState) {
        Long set = settings.portalId();
        if (set != null) {
            return set;
        }
        List<Long> accounts = accountState.portals();
        if (accounts.size() == 1) {
            return accounts.get(0);
        }
        Long known = accountState.portalOf(settings.tokenFingerprint());
        if (known == null) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "There was no run with this HUBSPOT_ACCESS_TOKEN yet.",
                    "Start one: scripts/leadscore run delta-scoring; or set HUBSPOT_PORTAL_ID.");
        }
        return known;
    }
}
