package io.leadscore.ledger;

import java.sql.Connection;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Hibernate, started at first use, so that a command that needs no entity does not pay for it. It works on the connection
 * of the caller's transaction: entities and plain SQL are committed together by the one transaction manager. Thread-safe.
 */
final class Entities implements AutoCloseable {

    private final DataSource dataSource;
    private @Nullable SessionFactory factory;

    Entities(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Works with entities. */
    <T> T with(Function<StatelessSession, T> work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (StatelessSession session = factory().openStatelessSession(connection)) {
            return work.apply(session);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @Override
    public synchronized void close() {
        if (factory != null) {
            factory.close();
        }
    }

    private synchronized SessionFactory factory() {
        SessionFactory started = factory;
        if (started == null) {
            var registry = new StandardServiceRegistryBuilder()
                    .applySetting("hibernate.connection.datasource", dataSource)
                    .applySetting("jakarta.persistence.validation.mode", "none")
                    .build();
            started = new MetadataSources(registry)
                    .addAnnotatedClass(WeightSetRow.class)
                    .buildMetadata()
                    .buildSessionFactory();
            factory = started;
        }
        return started;
    }
}
