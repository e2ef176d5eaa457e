package io.leadscore.cli;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.settings.Settings;

/** A look at what the ledger holds of the account that is meant. */
final class Glance {

    private Glance() {}

    /** What is looked at. */
    @FunctionalInterface
    interface Look<T> {

        /**
         * Looks.
         *
         * @param rooms open for as long as this lasts
         */
        T at(Rooms rooms, long portalId);
    }

    /** Opens the ledger, looks, and closes it; changes nothing. */
    static <T> T take(Surroundings surroundings, Look<T> look) {
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        try (Rooms rooms = Rooms.openToRead(settings, surroundings.clock())) {
            return look.at(rooms, KnownAccount.of(settings, rooms.door(AccountState.class)));
        }
    }

    /** The same for what may change something there. */
    static <T> T takeToChange(Surroundings surroundings, Look<T> look) {
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        try (Rooms rooms = Rooms.openToLook(settings, surroundings.clock(), LedgerConfiguration.class)) {
            return look.at(rooms, KnownAccount.of(settings, rooms.door(AccountState.class)));
        }
    }
}
