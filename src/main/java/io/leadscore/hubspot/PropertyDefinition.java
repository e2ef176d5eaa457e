package io.leadscore.hubspot;

import java.util.List;

/**
 * A property as the account defines it.
 *
 * @param name internal name
 * @param type HubSpot's type: {@code bool}, {@code date}, {@code datetime}, {@code enumeration}, {@code number},
 *     {@code phone_number} or {@code string}
 * @param fieldType how forms show it, such as {@code select} or {@code textarea}
 * @param options of an enumeration, in the order in which HubSpot shows them; empty for any other type
 * @param hidden whether HubSpot hides it from its users
 * @param calculated whether HubSpot computes it
 * @param readOnly whether its value cannot be written
 * @param hubspotDefined whether it is one of HubSpot's own, not one of the account's
 */
public record PropertyDefinition(
        String name,
        String type,
        String fieldType,
        List<PropertyOption> options,
        boolean hidden,
        boolean calculated,
        boolean readOnly,
        boolean hubspotDefined) {

    public PropertyDefinition {
        options = List.copyOf(options);
    }

    /** Whether its values can be read as yes or no. */
    public boolean isYesOrNo() {
        return type.equals("bool") || (type.equals("enumeration") && options.size() == 2);
    }
}
