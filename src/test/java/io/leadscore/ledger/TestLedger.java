package io.leadscore.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Both databases, each opened once a JVM; every test takes an account of its own. */
enum TestLedger {
    H2 {
        @Override
        LedgerDatabase open() throws IOException {
            Path home = Files.createTempDirectory("ledger");
            return LedgerDatabase.open(LedgerSettings.file(home.resolve("data"), null), Role.RUN);
        }
    },
    POSTGRESQL {
        @Override
        LedgerDatabase open() throws IOException {
            return LedgerDatabase.open(TestDatabases.onServer(Files.createTempDirectory("ledger")), Role.RUN);
        }
    };

    private static final AtomicLong PORTALS = new AtomicLong(1_000);

    private static final Map<TestLedger, LedgerDatabase> OPEN = new ConcurrentHashMap<>();

    /** The one that tests of a single database run on. */
    static TestLedger chosen() {
        return TestDatabases.onServer() ? POSTGRESQL : H2;
    }

    abstract LedgerDatabase open() throws IOException;

    LedgerDatabase database() {
        return OPEN.computeIfAbsent(this, ledger -> {
            try {
                return ledger.open();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    DataSource dataSource() {
        return database().dataSource();
    }

    Statements statements() {
        return new Statements(new JdbcTemplate(dataSource()), database());
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource()));
    }

    /** An account that no other test uses. */
    static long newPortal() {
        return PORTALS.incrementAndGet();
    }
}
