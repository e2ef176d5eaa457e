package io.leadscore.learning;

/**
 * How many leads came into High in a month, which is what sets actions off.
 *
 * @param month such as {@code 2026-01}, in UTC
 * @param live by the live weight set
 * @param draft by the draft
 */
public record HighEntries(String month, long live, long draft) {}
