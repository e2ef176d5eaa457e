package io.leadscore.ledger;

import java.util.List;

/**
 * A lead whose update HubSpot refused.
 *
 * @param contactId the contact
 * @param code HubSpot's code of the refusal, never its free text
 * @param properties internal names of the properties that it names
 * @param advice what to do about it
 */
public record RejectedLead(long contactId, String code, List<String> properties, String advice) {

    public RejectedLead {
        properties = List.copyOf(properties);
    }
}
