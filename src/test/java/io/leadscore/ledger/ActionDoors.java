package io.leadscore.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's doors for other rooms' tests, on a database whose client can be killed before any statement or commit. */
public final class ActionDoors {

    /** The process is gone: nobody catches it. */
    public static final class Killed extends Error {

        private static final long serialVersionUID = 1L;

        public Killed() {
            super("killed");
        }
    }

    private final Statements statements;
    private final DataSource dataSource = new Mortal(TestLedger.chosen().dataSource());
    private int statementsToLive = Integer.MAX_VALUE;

    public ActionDoors() {
        statements =
                new Statements(new JdbcTemplate(dataSource), TestLedger.chosen().database());
    }

    /** Kills whoever is about to run the statement, or the commit, after so many others. */
    public void killAfter(int statementsAndCommits) {
        statementsToLive = statementsAndCommits;
    }

    /** Lets everybody live. */
    public void live() {
        statementsToLive = Integer.MAX_VALUE;
    }

    public static long newPortal() {
        return TestLedger.newPortal();
    }

    public Standings standings() {
        return new Standings(statements);
    }

    public Outbox outbox() {
        return new Outbox(statements);
    }

    public ActionLine line() {
        return new ActionLine(statements);
    }

    public ActionBook book() {
        return new ActionBook(statements);
    }

    public ActionBreakers breakers() {
        return new ActionBreakers(statements);
    }

    public Assignments assignments() {
        return new Assignments(statements);
    }

    public AccountState state() {
        return new AccountState(statements);
    }

    public Scores scores() {
        return new Scores(statements);
    }

    public Mirror mirror() {
        return new Mirror(statements);
    }

    public Holdouts holdouts(double share, InstantSource clock) {
        return new Holdouts(state(), share, clock);
    }

    public TransactionTemplate transactions() {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return transactions;
    }

    private void breathe() {
        if (statementsToLive-- <= 0) {
            throw new Killed();
        }
    }

    private final class Mortal extends DelegatingDataSource {

        Mortal(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return proxy(Connection.class, super.getConnection());
        }
    }

    private <T> T proxy(Class<T> type, T real) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
                breathe();
            }
            try {
                Object result = method.invoke(real, arguments);
                return result instanceof PreparedStatement statement && type == Connection.class
                        ? proxy(PreparedStatement.class, statement)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
