package io.leadscore.hubspot;

import java.util.List;

/**
 * A property as the account defines it.
 *
 * @param name internal name
 * @param type HubSpot's type: {@code bool}, {@code date}, {@code datetime}, {@code enumeration}, {@code number},
 *     {@code phone_number} or {@code string}
 * @param fieldType how forms show it, such as {@code select} or {@code textarea}
 * @param options internal values of an enumeration, empty for any other type
 * @param hidden whether HubSpot hides it from its users
 * @param calculated whether HubSpot computes it
 * @param readOnly whether its value cannot be written
 */
public record PropertyDefinition(
        String name,
        String type,
        String fieldType,
        List<String> options,
        boolean hidden,
        boolean calculated,
        boolean readOnly) {

    public PropertyDefinition {
        options = List.copyOf(options);
    }
}
