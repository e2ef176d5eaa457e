package io.leadscore.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact came into a lifecycle stage.
 *
 * @param at when it was seen to
 * @param stage HubSpot's internal value; null when the stage was cleared
 */
public record StageChange(Instant at, @Nullable String stage) {}
