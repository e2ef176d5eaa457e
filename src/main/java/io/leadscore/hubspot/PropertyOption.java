package io.leadscore.hubspot;

/**
 * An option of an enumeration.
 *
 * @param value HubSpot's internal value
 * @param label what people see
 */
public record PropertyOption(String value, String label) {}
