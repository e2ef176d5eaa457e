package io.leadscore.ledger;

import io.leadscore.lead.Outcome;
import io.leadscore.learning.OutcomeEvidence;
import io.leadscore.scoring.OutcomeKind;

/** Counts what the mirror tells of success. Thread-safe. */
final class OutcomeCounts {

    private static final String DEALS = "SELECT COUNT(*) FROM deal WHERE portal_id = ? AND outcome = ?";

    private static final String CONTACTS = "SELECT COUNT(*), "
            + count("x.customer_at IS NOT NULL OR x.lifecycle_stage = '" + Successes.CUSTOMER + "'") + ", "
            + count("x.customer_at IS NOT NULL") + ", "
            + count("x.customer_at IS NOT NULL AND x.won_at IS NULL")
            + " FROM (SELECT c.lifecycle_stage AS lifecycle_stage, " + Successes.CUSTOMER_AT + " AS customer_at, "
            + Successes.DEAL_WON_AT + " AS won_at FROM contact c WHERE c.portal_id = ? AND c.gone_at IS NULL) x";

    private final Statements statements;

    OutcomeCounts(Statements statements) {
        this.statements = statements;
    }

    /** As far as it takes to tell whether it supports one kind of success: where deals succeed, contacts are not counted. */
    OutcomeEvidence of(long portalId, OutcomeKind kind) {
        return kind.isOfContacts()
                ? of(portalId)
                : new OutcomeEvidence(deals(portalId, Outcome.WON), deals(portalId, Outcome.LOST), 0, 0, 0, 0);
    }

    OutcomeEvidence of(long portalId) {
        long won = deals(portalId, Outcome.WON);
        long lost = deals(portalId, Outcome.LOST);
        return statements
                .query(
                        CONTACTS,
                        to -> to.number(portalId),
                        row -> new OutcomeEvidence(won, lost, row.number(), row.number(), row.number(), row.number()))
                .get(0);
    }

    private long deals(long portalId, Outcome outcome) {
        return statements.number(DEALS, to -> to.number(portalId).constant(outcome));
    }

    private static String count(String condition) {
        return "COALESCE(SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END), 0)";
    }
}
