package io.leadscore.hubspot;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a property's definition while values are read.
 *
 * @param type HubSpot's type, such as {@code enumeration}
 * @param options internal values of an enumeration
 * @param yes of an enumeration of two options: the one that means yes; null of any other property
 * @param aliases internal values by another name, under which the scoring profile lists them
 */
public record KnownProperty(
        String type, List<String> options, @Nullable String yes, Map<String, String> aliases) {

    public KnownProperty {
        options = List.copyOf(options);
        aliases = Map.copyOf(aliases);
    }
}
