package io.leadscore.ledger;

import io.leadscore.learning.Assessment;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A weight set of an account.
 *
 * @param weights the weight set, immutable
 * @param live whether leads are scored by it
 * @param promotedAt when it last became live; null if it never was
 * @param shadowUntil until when it scores beside the live one; null if it does not
 * @param assessment how it was judged when it was made; null for defaults
 */
public record StoredWeightSet(
        WeightSet weights,
        boolean live,
        @Nullable Instant promotedAt,
        @Nullable Instant shadowUntil,
        @Nullable Assessment assessment) {}
