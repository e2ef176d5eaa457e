package io.leadscore.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Who rewrites the database file so that it does not grow for ever: H2 does so in the background while a job may run, and
 * this at the clean end of one. A short command rewrites nothing.
 */
final class Housekeeping {

    /** Percent of the file that is dead. */
    private static final int AFTER_SERVING = 30;

    private static final int AFTER_A_RUN = 60;

    private static final int MILLISECONDS_AFTER_SERVING = 5_000;
    private static final int MILLISECONDS_AFTER_A_RUN = 1_000;

    private Housekeeping() {}

    /** What H2 is told about it. */
    static String options(Role role) {
        return role.isShort() ? ";AUTO_COMPACT_FILL_RATE=0" : "";
    }

    /** Moves what lives in the file together, if that is worthwhile. To be called when nothing else uses the database. */
    static void end(Role role, Connection anchor) throws SQLException {
        switch (role) {
            case READ, SHORT -> {}
            case RUN -> StoredCommits.of(anchor).compact(AFTER_A_RUN, MILLISECONDS_AFTER_A_RUN);
            case SERVE -> StoredCommits.of(anchor).compact(AFTER_SERVING, MILLISECONDS_AFTER_SERVING);
        }
    }
}
