package io.leadscore.ledger;

import com.zaxxer.hikari.HikariDataSource;

/** An open database: its pool, and what is to be done when it is closed. */
interface Opened {

    HikariDataSource pool();

    Dialect dialect();

    /** Puts on the disk what was committed. */
    Durability durability();

    /** Whether this is the opening that the file belongs to. */
    boolean isOwner();

    void close();
}
