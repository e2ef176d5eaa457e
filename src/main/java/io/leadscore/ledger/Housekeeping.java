package io.leadscore.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What the database file takes besides reading and writing. That it does not grow for ever: H2 rewrites it in the
 * background while a job may run, and this at the clean end of one; what reads only, or nearly so, rewrites nothing. And
 * memory for what is read again and again, so that it is not decrypted again and again.
 */
final class Housekeeping {

    /** Percent of a part of the file that lives; with less, H2 moves it. Its own 90 rewrite much that will be dead soon. */
    private static final int WORTH_MOVING = 40;

    /** Percent of the file that is dead. */
    private static final int AFTER_SERVING = 30;

    private static final int AFTER_A_RUN = 60;

    private static final int MILLISECONDS_AFTER_SERVING = 5_000;
    private static final int MILLISECONDS_AFTER_A_RUN = 1_000;

    /** The part of the heap that holds decrypted pages while a job may run; H2's own 16 MB are too few to go through leads. */
    private static final int PART_OF_HEAP = 8;

    /** The same for a job that has the heap to itself. */
    private static final int PART_OF_OWN_HEAP = 4;

    private Housekeeping() {}

    /** What H2 is told about it. */
    static String options(Role role) {
        return ";AUTO_COMPACT_FILL_RATE=" + (role.isShort() || role == Role.STUDY ? 0 : WORTH_MOVING);
    }

    /** Gives a job the memory that it takes to go through all leads. */
    static void begin(Role role, Connection anchor) throws SQLException {
        if (!role.isShort()) {
            int part = role == Role.STUDY ? PART_OF_OWN_HEAP : PART_OF_HEAP;
            StoredCommits.of(anchor).keepPages(Runtime.getRuntime().maxMemory() / part);
        }
    }

    /** Moves what lives in the file together, if that is worthwhile. To be called when nothing else uses the database. */
    static void end(Role role, Connection anchor) throws SQLException {
        switch (role) {
            case READ, SHORT, STUDY -> {}
            case RUN -> StoredCommits.of(anchor).compact(AFTER_A_RUN, MILLISECONDS_AFTER_A_RUN);
            case SERVE -> StoredCommits.of(anchor).compact(AFTER_SERVING, MILLISECONDS_AFTER_SERVING);
        }
    }
}
