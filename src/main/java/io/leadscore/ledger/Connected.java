package io.leadscore.ledger;

import com.zaxxer.hikari.HikariDataSource;

/** A database that a server keeps. */
record Connected(HikariDataSource pool, Dialect dialect) implements Opened {

    /** The server's commits are on its disk when they return. */
    @Override
    public Durability durability() {
        return () -> {};
    }

    @Override
    public boolean isOwner() {
        return false;
    }

    @Override
    public void close() {
        pool.close();
    }
}
