package io.leadscore.hubspot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wire: property definitions. */
record Properties(@Nullable List<Property> results) {

    boolean isReadable() {
        return results != null
                && results.stream().allMatch(property -> property.name() != null && property.type() != null);
    }

    /** The definitions that are not archived. */
    List<PropertyDefinition> inUse() {
        return definitions().stream()
                .filter(property -> !Boolean.TRUE.equals(property.archived()))
                .map(Property::toDefinition)
                .toList();
    }

    List<Property> definitions() {
        return results == null ? List.of() : results;
    }
}
