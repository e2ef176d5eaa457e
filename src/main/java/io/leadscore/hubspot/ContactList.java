package io.leadscore.hubspot;

/**
 * A list of contacts.
 *
 * @param id HubSpot's list id
 * @param dynamic whether HubSpot fills it by filters, so that nobody can add to it
 */
public record ContactList(long id, boolean dynamic) {}
