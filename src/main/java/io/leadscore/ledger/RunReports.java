package io.leadscore.ledger;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** How executions of jobs went. Joins the caller's transaction. Thread-safe. */
public final class RunReports {

    private static final TypeReference<LinkedHashMap<String, Long>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, String>> DETAILS = new TypeReference<>() {};
    private static final String SELECT =
            "SELECT execution_id, portal_id, job, status, started_at, ended_at, counts, details FROM run_report ";

    private final Statements statements;
    private final String upsert;

    RunReports(Statements statements) {
        this.statements = statements;
        this.upsert = statements
                .dialect()
                .upsert(
                        "run_report",
                        List.of("portal_id", "execution_id"),
                        List.of(
                                "portal_id",
                                "execution_id",
                                "job",
                                "status",
                                "started_at",
                                "ended_at",
                                "counts",
                                "details"));
    }

    /** Saves a report in place of the same execution's earlier one. */
    public void save(RunReport report) {
        statements.update(upsert, to -> to.number(report.portalId())
                .number(report.executionId())
                .text(report.job())
                .text(report.status())
                .instant(report.startedAt())
                .instant(report.endedAt())
                .text(JsonText.of(report.counts()))
                .text(JsonText.of(report.details())));
        statements.mustLast();
    }

    /** The latest reports of all accounts, newest first. */
    public List<RunReport> recent(int limit) {
        return statements.query(
                SELECT + "ORDER BY started_at DESC, execution_id DESC LIMIT ?",
                to -> to.number(limit),
                RunReports::read);
    }

    /** The report of an execution; null when there is none. */
    public @Nullable RunReport find(long executionId) {
        return statements.first(SELECT + "WHERE execution_id = ?", to -> to.number(executionId), RunReports::read);
    }

    private static RunReport read(Row row) throws SQLException {
        return new RunReport(
                row.number(),
                row.number(),
                row.text(),
                row.text(),
                row.instant(),
                row.instantOrNull(),
                JsonText.read(row.text(), COUNTS),
                JsonText.read(row.text(), DETAILS));
    }
}
