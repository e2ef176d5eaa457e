package io.leadscore.hubspot;

/**
 * The account that the token belongs to.
 *
 * @param portalId HubSpot's id of the account
 * @param timeZone IANA name of the account's time zone, in which the daily limit resets at midnight
 */
public record AccountDetails(long portalId, String timeZone) {}
