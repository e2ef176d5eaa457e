package io.leadscore.hubspot;

import java.util.List;

/**
 * An update that HubSpot refused.
 *
 * @param id the contact's id
 * @param code HubSpot's code, such as {@code INVALID_OPTION}; its category when it gave no code
 * @param properties names of the properties at fault, as far as HubSpot named them
 * @param advice what to do, one sentence
 */
public record RejectedUpdate(long id, String code, List<String> properties, String advice) {

    public RejectedUpdate {
        properties = List.copyOf(properties);
    }
}
