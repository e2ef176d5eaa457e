package io.leadscore.ledger;

import io.leadscore.lead.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a mirrored deal stands.
 *
 * @param outcome whether it is open, won or lost
 * @param at when it became so, of a closed deal, if that is known
 */
record Settled(Outcome outcome, @Nullable Instant at) {}
