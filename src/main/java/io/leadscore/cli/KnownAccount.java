package io.leadscore.cli;

import io.leadscore.ledger.AccountState;
import io.leadscore.settings.Settings;

/** Which account a command means that does not ask HubSpot. */
final class KnownAccount {

    private KnownAccount() {}

    /** The account of {@code HUBSPOT_PORTAL_ID}, else the one that the token was found to belong to by an earlier run. */
    static long of(Settings settings, AccountState accountState) {
        Long set = settings.portalId();
        if (set != null) {
            return set;
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
