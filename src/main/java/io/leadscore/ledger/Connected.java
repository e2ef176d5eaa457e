package io.leadscore.ledger;

import com.zaxxer.hikari.HikariDataSource;

/** A database that a server keeps. */
record Connected(HikariDataSource pool, Dialect dialect) implements Opened {

    @Override
    public boolean isOwner() {
        return false;
    }

    @Override
    public void close() {
        pool.close();
    }
}
