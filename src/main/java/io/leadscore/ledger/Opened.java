package io.leadscore.ledger;

import com.zaxxer.hikari.HikariDataSource;

/** An open database: its pool, and what is to be done when it is closed. */
interface Opened {

    HikariDataSource pool();

    Dialect dialect();

    /** Whether other processes reach the database through this one. */
    boolean isOwner();

    void close();
}
