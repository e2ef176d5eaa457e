package io.leadscore.delta;

import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.AccountState;
import io.leadscore.report.RunTally;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How many records HubSpot's index of a type announces and never gives, as a list of all of them has proven. It is
 * believed for a day, so that not every run needs a list. Thread-safe.
 */
record IndexSurplus(long portalId, ObjectType type, AccountState accountState, RunTally tally, InstantSource clock) {

    private static final Duration BELIEVED_FOR = Duration.ofDays(1);

    /** What was proven within the last day; 0 for none. */
    long known() {
        String proven = accountState.get(portalId, name());
        Instant at = accountState.changedAt(portalId, name());
        return proven == null || at == null || !at.plus(BELIEVED_FOR).isAfter(clock.instant())
                ? 0
                : Long.parseLong(proven);
    }

    /** Has the run say it, and the next ones know it. */
    void tell(long surplus) {
        if (surplus == 0) {
            return;
        }
        if (surplus != known()) {
            accountState.put(portalId, name(), Long.toString(surplus), clock.instant());
        }
        tally.note(
                "index of " + type.apiName(),
                "The index of " + type.apiName() + " announces " + surplus
                        + " more than it gives. Nothing is missing: HubSpot's list of all of them shows no more either.");
    }

    private String name() {
        return "hubspot.index-surplus-of-" + type.apiName();
    }
}
