package io.leadscore.delta;

import io.leadscore.lead.Lead;
import io.leadscore.ledger.Touched;
import io.leadscore.ledger.WrittenScore;
import org.jspecify.annotations.Nullable;

/**
 * A touched lead with what is needed to score it.
 *
 * @param touched the contact and why it is touched
 * @param lead its facts; null when the contact is gone
 * @param written what was last written to HubSpot; null before the first time
 */
record LeadToScore(
        Touched touched, @Nullable Lead lead, @Nullable WrittenScore written) {}
