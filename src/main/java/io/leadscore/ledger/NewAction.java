package io.leadscore.ledger;

import java.time.Instant;

/**
 * Something to be done about a lead.
 *
 * @param crossing which of the lead's moves set it off
 * @param rule name of the rule that says so
 * @param step which of the rule's steps, from 0
 * @param marker tells it from every other, wherever it leaves a trace
 * @param state {@code WAITING} or {@code PENDING}
 * @param dueAt not to be done before
 */
public record NewAction(
        long contactId,
        long crossing,
        String rule,
        int step,
        ActionKind kind,
        String marker,
        ActionState state,
        Instant dueAt) {}
