package io.leadscore.hubspot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wire: property definitions. */
record Properties(@Nullable List<Property> results) {

    boolean isReadable() {
        return results != null
                && results.stream().allMatch(property -> property.name() != null && property.type() != null);
    }

    List<Property> definitions() {
        return results == null ? List.of() : results;
    }
}
