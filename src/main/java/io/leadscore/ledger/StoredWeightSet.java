package io.leadscore.ledger;

import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A weight set of an account.
 *
 * @param weights the weight set, immutable
 * @param live whether leads are scored by it
 * @param promotedAt when it last became live; null if it never was
 */
public record StoredWeightSet(
        WeightSet weights, boolean live, @Nullable Instant promotedAt) {}
