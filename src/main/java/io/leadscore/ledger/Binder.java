package io.leadscore.ledger;

import java.sql.SQLException;

/** Sets a statement's parameters from something. */
@FunctionalInterface
interface Binder<T> {

    void bind(T from, Parameters to) throws SQLException;
}
