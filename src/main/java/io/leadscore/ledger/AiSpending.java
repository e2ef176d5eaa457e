package io.leadscore.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * What the AI took each day, in UTC. Joins the caller's transaction; to be called outside of one, for what is spent stays
 * spent. Thread-safe, for several processes too.
 */
public final class AiSpending {

    private static final List<String> KEY = List.of("portal_id", "spent_on");
    private static final String DAY = " WHERE portal_id = ? AND spent_on = ?";

    private final Statements statements;
    private final String insert;

    AiSpending(Statements statements) {
        this.statements = statements;
        this.insert = statements
                .dialect()
                .insertIfAbsent(
                        "ai_spending",
                        KEY,
                        List.of(
                                "portal_id",
                                "spent_on",
                                "requests",
                                "prompt_tokens",
                                "completion_tokens",
                                "micro_dollars"));
    }

    /** What is spent of a day, reservations included, in millionths of a US dollar. */
    public long spent(long portalId, LocalDate day) {
        return of(portalId, day).microDollars();
    }

    /**
     * Counts money as spent before it is, if that keeps the day within a limit; that it is counted is on the disk.
     *
     * @return false when it would not; then nothing is counted
     */
    public boolean reserve(long portalId, LocalDate day, long microDollars, long limit) {
        begin(portalId, day);
        boolean reserved = statements.update(
                        "UPDATE ai_spending SET micro_dollars = micro_dollars + ?" + DAY + " AND micro_dollars <= ?",
                        to -> to.number(microDollars)
                                .number(portalId)
                                .number(day.toEpochDay())
                                .number(limit - microDollars))
                > 0;
        statements.mustLast();
        return reserved;
    }

    /** Adds to what a day took, or, where less than nothing, gives back. */
    public void add(long portalId, LocalDate day, AiUse use) {
        begin(portalId, day);
        statements.update(
                "UPDATE ai_spending SET requests = requests + ?, prompt_tokens = prompt_tokens + ?,"
                        + " completion_tokens = completion_tokens + ?, micro_dollars = micro_dollars + ?" + DAY,
                to -> to.number(use.requests())
                        .number(use.promptTokens())
                        .number(use.completionTokens())
                        .number(use.microDollars())
                        .number(portalId)
                        .number(day.toEpochDay()));
    }

    /** What a day took. */
    public AiUse of(long portalId, LocalDate day) {
        AiUse use = statements.first(
                "SELECT requests, prompt_tokens, completion_tokens, micro_dollars FROM ai_spending" + DAY,
                to -> to.number(portalId).number(day.toEpochDay()),
                row -> new AiUse(row.number(), row.number(), row.number(), row.number()));
        return use == null ? AiUse.NONE : use;
    }

    private void begin(long portalId, LocalDate day) {
        statements.update(insert, to -> to.number(portalId)
                .number(day.toEpochDay())
                .number(0)
                .number(0)
                .number(0)
                .number(0));
    }
}
