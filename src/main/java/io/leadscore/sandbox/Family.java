package io.leadscore.sandbox;

/** Which of HubSpot's limits a call counts against. */
public enum Family {
    /** CRM search: 5 a second for the whole account, and nothing else. */
    SEARCH,
    /** Associations: a window of their own, and the general one as well. */
    ASSOCIATIONS,
    /** Everything else that counts: 190 in ten seconds. */
    GENERAL,
    /** Calls that count against no limit, such as those to the token endpoint. */
    EXEMPT
}
