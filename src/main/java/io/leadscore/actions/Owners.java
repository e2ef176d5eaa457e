package io.leadscore.actions;

import org.jspecify.annotations.Nullable;

/** Chooses owners in a run: the account's owners are read at most once, and only when somebody is to be chosen. */
final class Owners {

    private final Shift shift;
    private final OwnerDirectory directory;
    private @Nullable Choosing choosing;
    private boolean unreadable;
    private String reason = "";

    Owners(Shift shift, OwnerDirectory directory) {
        this.shift = shift;
        this.directory = directory;
    }

    /** Who chooses; null when the account's owners cannot be read. Not to be called in a transaction. */
    @Nullable
    Choosing choosing() {
        if (choosing == null && !unreadable) {
            try {
                Pools pools = new Pools(
                        shift.settings().owners(),
                        directory.owners(shift.portalId()),
                        shift.settings().workingHours().day(shift.now()));
                choosing = new Choosing(shift.portalId(), pools, shift.desk().assignments());
            } catch (RuntimeException e) {
                unreadable = true;
                reason = e.getClass().getSimpleName();
                shift.tally().trouble(obstacle().sentence(), obstacle().advice());
            }
        }
        return choosing;
    }

    /** Why nobody chooses. */
    Trouble obstacle() {
        return new Trouble(
                "The account's owners could not be read (" + reason + "), so nobody was assigned.",
                "It is tried again in the next run; if that goes on, scripts/leadscore doctor says why.");
    }
}
