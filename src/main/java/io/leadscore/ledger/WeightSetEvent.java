package io.leadscore.ledger;

import java.time.Instant;

/**
 * Something that happened to a weight set.
 *
 * @param weightSetId its id
 * @param at when
 * @param action {@code added}, {@code promoted}, {@code rolled back to} or {@code shadow begun}
 * @param actor a job's name, or the user of the operating system who typed the command
 * @param reason why, in a sentence of ours or as typed by the user
 */
public record WeightSetEvent(long weightSetId, Instant at, String action, String actor, String reason) {

    /** It became live, and what was live before may be gone back to. */
    public static final String PROMOTED = "promoted";

    /** It became live again, and what had been promoted since is given up. */
    public static final String ROLLED_BACK_TO = "rolled back to";
}
