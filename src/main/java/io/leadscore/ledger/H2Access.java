package io.leadscore.ledger;

/** How the encrypted database file is opened. */
final class H2Access {

    static final String USER = "leadscore";

    /**
     * Threads that wait for each other's rows wait up to 20 s. H2's own log would hold statements and their errors in
     * plain text beside the encrypted file.
     */
    static final String OPTIONS = ";CIPHER=AES;LOCK_TIMEOUT=20000;TRACE_LEVEL_FILE=0";

    private H2Access() {}

    /** The address of the database, for processes that see to its shutdown themselves. */
    static String url(HomeFolder home) {
        return "jdbc:h2:file:" + home.database() + OPTIONS + ";DB_CLOSE_ON_EXIT=FALSE";
    }
}
