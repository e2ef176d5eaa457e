package io.leadscore.hubspot;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a type as HubSpot once defined them, as far as they matter here.
 *
 * @param byName those that the scoring profile declares, and enumerations, by internal name
 * @param absent those that are asked for, and do not exist
 * @param readAt when HubSpot said so, by its own clock
 */
public record KnownProperties(Map<String, KnownProperty> byName, Set<String> absent, Instant readAt) {

    public KnownProperties {
        byName = Map.copyOf(byName);
        absent = Set.copyOf(absent);
    }

    /** Whether every property of these, and every option of each, is in here, too. */
    boolean hasAllOf(KnownProperties others) {
        return others.absent().containsAll(absent)
                && others.byName().entrySet().stream().allMatch(other -> {
                    KnownProperty property = byName.get(other.getKey());
                    return property != null
                            && property.options().containsAll(other.getValue().options());
                });
    }

    /** The property of this name; null when the account has none. */
    public @Nullable KnownProperty find(String name) {
        return byName.get(name);
    }
}
