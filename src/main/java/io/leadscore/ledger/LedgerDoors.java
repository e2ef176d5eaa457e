package io.leadscore.ledger;

import java.time.InstantSource;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The doors of the ledger, registered one by one, so that a command that reads needs no context that looks for annotations.
 * Expects a {@link LedgerDatabase} and an {@link InstantSource} among the beans.
 */
public final class LedgerDoors implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        connections(registry);
        onStatements(registry, Mirror.class, Mirror::new);
        onStatements(registry, Links.class, Links::new);
        onStatements(registry, LinkQueue.class, LinkQueue::new);
        onStatements(registry, Touches.class, Touches::new);
        onStatements(registry, Watermarks.class, Watermarks::new);
        onStatements(registry, TableStatistics.class, TableStatistics::new);
        onStatements(registry, FilledProperties.class, FilledProperties::new);
        onStatements(registry, AccountState.class, AccountState::new);
        onStatements(registry, RunReports.class, RunReports::new);
        onStatements(registry, Rejections.class, Rejections::new);
        onStatements(registry, Scores.class, Scores::new);
        onStatements(registry, ShadowScores.class, ShadowScores::new);
        onStatements(registry, Conversions.class, Conversions::new);
        onStatements(registry, FitAnswers.class, FitAnswers::new);
        onStatements(registry, FitVectors.class, FitVectors::new);
        onStatements(registry, FitQueue.class, FitQueue::new);
        onStatements(registry, AiSpending.class, AiSpending::new);
        onStatements(registry, AiBatches.class, AiBatches::new);
        onStatements(registry, Standings.class, Standings::new);
        onStatements(registry, Outbox.class, Outbox::new);
        onStatements(registry, ActionLine.class, ActionLine::new);
        onStatements(registry, Assignments.class, Assignments::new);
        onStatements(registry, ActionBook.class, ActionBook::new);
        onStatements(registry, ActionBreakers.class, ActionBreakers::new);
        registry.registerBean(
                RunLeases.class,
                spec -> spec.supplier(beans -> RunLeases.create(
                        beans.bean(Statements.class),
                        beans.bean(PlatformTransactionManager.class),
                        beans.bean(LedgerDatabase.class).id(),
                        beans.bean(InstantSource.class))));
        registry.registerBean(
                DatabaseCheck.class,
                spec -> spec.supplier(beans -> new DatabaseCheck(
                        beans.bean(Statements.class),
                        beans.bean(LedgerDatabase.class).url(),
                        beans.bean(InstantSource.class))));
        registry.registerBean(
                WeightSets.class,
                spec -> spec.supplier(
                        beans -> new WeightSets(beans.bean(Statements.class), beans.bean(InstantSource.class))));
    }

    /**
     * One transaction manager covers everything: the doors, the job repository and the scheduler's tables. The job
     * repository knows it and the connections by their names.
     */
    private static void connections(BeanRegistry registry) {
        // The context closes the pool; that the database does so once more, has no effect.
        registry.registerBean(
                "dataSource",
                DataSource.class,
                spec -> spec.supplier(beans -> beans.bean(LedgerDatabase.class).dataSource()));
        registry.registerBean(
                "transactionManager",
                JdbcTransactionManager.class,
                spec -> spec.supplier(beans -> new LedgerTransactions(beans.bean(DataSource.class))));
        registry.registerBean(
                JdbcTemplate.class, spec -> spec.supplier(beans -> new JdbcTemplate(beans.bean(DataSource.class))));
        registry.registerBean(
                JdbcClient.class, spec -> spec.supplier(beans -> JdbcClient.create(beans.bean(JdbcTemplate.class))));
        registry.registerBean(
                Statements.class,
                spec -> spec.supplier(
                        beans -> new Statements(beans.bean(JdbcTemplate.class), beans.bean(LedgerDatabase.class))));
    }

    private static <T> void onStatements(BeanRegistry registry, Class<T> door, Function<Statements, T> opened) {
        registry.registerBean(door, spec -> spec.supplier(beans -> opened.apply(statements(beans))));
    }

    private static Statements statements(SupplierContext beans) {
        return beans.bean(Statements.class);
    }
}
