package io.leadscore.hubspot;

import io.leadscore.lead.Facts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record as facts.
 *
 * @param facts what is kept of it
 * @param scoreProperties the {@code ai_*} values as HubSpot has them, contacts only: a null value is empty in HubSpot,
 *     an absent key was not returned (the property does not exist)
 */
public record PulledObject(Facts facts, Map<String, @Nullable String> scoreProperties) {

    public PulledObject {
        scoreProperties = Collections.unmodifiableMap(new LinkedHashMap<>(scoreProperties));
    }
}
