package io.leadscore.hubspot;

import java.util.Map;

/**
 * Property values to be set on one contact.
 *
 * @param id the contact's id
 * @param properties value by property name; the empty string clears a property
 */
public record ContactUpdate(long id, Map<String, String> properties) {

    public ContactUpdate {
        properties = Map.copyOf(properties);
    }
}
