package io.leadscore.ledger;

import java.time.Instant;

/**
 * Something that happened to a weight set.
 *
 * @param weightSetId its id
 * @param at when
 * @param action {@code added}, {@code promoted}, {@code shadow begun} or {@code shadow ended}
 * @param actor a job's name, or the user of the operating system who typed the command
 * @param reason why, in a sentence of ours or as typed by the user
 */
public record WeightSetEvent(long weightSetId, Instant at, String action, String actor, String reason) {}
