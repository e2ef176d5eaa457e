package io.leadscore.ledger;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The doors of the ledger. Expects a {@link LedgerDatabase} among the beans, opened by whoever starts the context, so
 * that a failure to open is told as it is; it is migrated already, and Flyway is to be left out of the context.
 *
 * <p>One transaction manager covers everything: the doors, the job repository, the scheduler's tables, and Hibernate,
 * which works on the transaction's connection.
 */
@Configuration(proxyBeanMethods = false)
public class LedgerConfiguration {

    // The pool belongs to the database, which closes it.
    @Bean(destroyMethod = "")
    DataSource dataSource(LedgerDatabase database) {
        return database.dataSource();
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new LedgerTransactions(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate jdbcTemplate) {
        return JdbcClient.create(jdbcTemplate);
    }

    @Bean
    Statements statements(JdbcTemplate jdbcTemplate, LedgerDatabase database) {
        return new Statements(jdbcTemplate, database);
    }

    @Bean
    Mirror mirror(Statements statements) {
        return new Mirror(statements);
    }

    @Bean
    Links links(Statements statements) {
        return new Links(statements);
    }

    @Bean
    LinkQueue linkQueue(Statements statements) {
        return new LinkQueue(statements);
    }

    @Bean
    Touches touches(Statements statements) {
        return new Touches(statements);
    }

    @Bean
    Watermarks watermarks(Statements statements) {
        return new Watermarks(statements);
    }

    @Bean
    TableStatistics tableStatistics(Statements statements) {
        return new TableStatistics(statements);
    }

    @Bean
    AccountState accountState(Statements statements) {
        return new AccountState(statements);
    }

    @Bean
    RunLeases runLeases(
            Statements statements,
            PlatformTransactionManager transactions,
            LedgerDatabase database,
            InstantSource clock) {
        return RunLeases.create(statements, transactions, database.id(), clock);
    }

    @Bean
    DatabaseCheck databaseCheck(Statements statements, LedgerDatabase database, InstantSource clock) {
        return new DatabaseCheck(statements, database.url(), clock);
    }

    @Bean
    RunReports runReports(Statements statements) {
        return new RunReports(statements);
    }

    @Bean
    Rejections rejections(Statements statements) {
        return new Rejections(statements);
    }

    @Bean
    Scores scores(Statements statements) {
        return new Scores(statements);
    }

    @Bean
    ShadowScores shadowScores(Statements statements) {
        return new ShadowScores(statements);
    }

    @Bean
    Conversions conversions(Statements statements) {
        return new Conversions(statements);
    }

    @Bean
    FitAnswers fitAnswers(Statements statements) {
        return new FitAnswers(statements);
    }

    @Bean
    FitVectors fitVectors(Statements statements) {
        return new FitVectors(statements);
    }

    @Bean
    FitQueue fitQueue(Statements statements) {
        return new FitQueue(statements);
    }

    @Bean
    AiSpending aiSpending(Statements statements) {
        return new AiSpending(statements);
    }

    @Bean
    AiBatches aiBatches(Statements statements) {
        return new AiBatches(statements);
    }

    @Bean
    Standings standings(Statements statements) {
        return new Standings(statements);
    }

    @Bean
    Outbox outbox(Statements statements) {
        return new Outbox(statements);
    }

    @Bean
    ActionLine actionLine(Statements statements) {
        return new ActionLine(statements);
    }

    @Bean
    Assignments assignments(Statements statements) {
        return new Assignments(statements);
    }

    @Bean
    ActionBook actionBook(Statements statements) {
        return new ActionBook(statements);
    }

    @Bean
    ActionBreakers actionBreakers(Statements statements) {
        return new ActionBreakers(statements);
    }

    @Bean
    Entities entities(DataSource dataSource) {
        return new Entities(dataSource);
    }

    @Bean
    WeightSets weightSets(Entities entities, Statements statements, InstantSource time) {
        return new WeightSets(entities, statements, time);
    }
}
