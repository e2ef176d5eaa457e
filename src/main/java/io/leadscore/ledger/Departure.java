package io.leadscore.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a contact is no longer in HubSpot.
 *
 * @param at when it was noticed
 * @param survivorId the contact that it was merged into; null when it was deleted
 */
public record Departure(Instant at, @Nullable Long survivorId) {}
