package io.leadscore.report;

import java.time.Instant;

/**
 * Leads by their creation.
 *
 * @param from from when on they were created
 * @param until before when they were created
 * @param leads what became of them
 */
public record Cohort(Instant from, Instant until, Group leads) {}
