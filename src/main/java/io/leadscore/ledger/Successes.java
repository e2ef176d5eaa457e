package io.leadscore.ledger;

import io.leadscore.scoring.OutcomeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** When contacts succeeded, page by page, so that any number fits in memory. Thread-safe. */
final class Successes {

    private static final int PAGE = 1_000;

    static final String CUSTOMER = "customer";

    /** HubSpot's own word; else when the contact was seen to come into the stage from another one. */
    static final String CUSTOMER_AT = "COALESCE(c.customer_at, (SELECT MIN(h.changed_at) FROM lifecycle_history h"
            + " WHERE h.portal_id = c.portal_id AND h.contact_id = c.id AND h.stage = '" + CUSTOMER
            + "' AND EXISTS (SELECT 1 FROM lifecycle_history e WHERE e.portal_id = c.portal_id"
            + " AND e.contact_id = c.id AND e.changed_at < h.changed_at)))";

    static final String DEAL_WON_AT = "(SELECT MIN(d.closed_at) FROM link l JOIN deal d ON d.portal_id = l.portal_id"
            + " AND d.id = l.object_id WHERE l.portal_id = c.portal_id AND l.contact_id = c.id AND l.type = 'DEALS'"
            + " AND d.outcome = 'WON')";

    /** A contact that was a customer so long before HubSpot had it did not become one as a lead. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private final Statements statements;
    private final long portalId;
    private final String sql;

    Successes(Statements statements, long portalId, OutcomeKind kind) {
        this.statements = statements;
        this.portalId = portalId;
        String dealWonAt = kind == OutcomeKind.EITHER ? DEAL_WON_AT : "CAST(NULL AS BIGINT)";
        this.sql = "SELECT c.id, c.created_at, c.lifecycle_stage, " + CUSTOMER_AT + ", " + dealWonAt
                + " FROM contact c WHERE c.portal_id = ? AND c.id > ? AND c.gone_at IS NULL"
                + " ORDER BY c.portal_id, c.id LIMIT ?";
    }

    /**
     * A contact and its success.
     *
     * @param at when it succeeded; null: it has not
     * @param told whether it is known when, if it has; and that was not before it became known
     */
    record Success(
            long contactId, Instant createdAt, @Nullable Instant at, boolean told) {}

    /** Gives the contacts of which it is known whether and when they succeeded, ascending by id. */
    void forEachPage(Consumer<List<Success>> consumer) {
        long after = 0;
        List<Success> page;
        do {
            long last = after;
            page = statements.query(
                    sql,
                    to -> to.number(portalId).number(last).number(PAGE),
                    row -> success(
                            row.number(), row.instant(), row.textOrNull(), row.instantOrNull(), row.instantOrNull()));
            if (!page.isEmpty()) {
                after = page.get(page.size() - 1).contactId();
                consumer.accept(page.stream().filter(Success::told).toList());
            }
        } while (page.size() == PAGE);
    }

    private static Success success(
            long id, Instant createdAt, @Nullable String stage, @Nullable Instant customerAt, @Nullable Instant wonAt) {
        boolean dealFirst = customerAt == null || (wonAt != null && wonAt.isBefore(customerAt));
        Instant at = dealFirst ? wonAt : customerAt;
        boolean told = at == null ? !CUSTOMER.equals(stage) : !at.isBefore(createdAt.minus(TOLERANCE));
        return new Success(id, createdAt, at, told);
    }
}
