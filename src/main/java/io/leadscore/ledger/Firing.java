package io.leadscore.ledger;

import java.time.Instant;

/**
 * A rule did something for a lead.
 *
 * @param rule the rule's name
 */
public record Firing(long contactId, String rule, Instant at) {}
