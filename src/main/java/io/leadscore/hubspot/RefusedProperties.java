package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks without the properties of which HubSpot said that it has none, so that one that was archived keeps no record from
 * being read. HubSpot mostly leaves them out in silence. Thread-safe.
 */
final class RefusedProperties {

    private static final Logger log = LoggerFactory.getLogger(RefusedProperties.class);

    /** One that was archived may be restored. */
    private static final Duration ASK_AGAIN = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<ObjectType, Map<String, Instant>> refused = new EnumMap<>(ObjectType.class);

    RefusedProperties(InstantSource clock) {
        this.clock = clock;
    }

    /** What is answered when it is asked for the properties that exist. */
    <T> T without(ObjectType type, List<String> properties, Function<List<String>, T> ask) {
        while (true) {
            List<String> asked = known(type, properties);
            try {
                return ask.apply(asked);
            } catch (HubSpotException.Rejected rejected) {
                List<String> missing =
                        rejected.properties().stream().filter(asked::contains).toList();
                if (!rejected.isPropertyMissing() || missing.isEmpty()) {
                    throw rejected;
                }
                if (missing.contains(RequestedProperties.modified(type))) {
                    throw required(type, RequestedProperties.modified(type));
                }
                log.warn("HubSpot has no property {} of {}; it is left out.", missing, type.apiName());
                refuse(type, missing);
            }
        }
    }

    /** That a property is gone without which nothing can be pulled. */
    static HubSpotException.Rejected required(ObjectType type, String property) {
        return new HubSpotException.Rejected(
                "HubSpot has no property " + property + " of " + type.apiName() + ", without which no change is found.",
                "Restore it in HubSpot's settings of properties; the next run then reads everything that changed.",
                "PROPERTY_DOESNT_EXIST",
                List.of(property));
    }

    private synchronized List<String> known(ObjectType type, List<String> properties) {
        Map<String, Instant> ofType = refused.getOrDefault(type, Map.of());
        Instant now = clock.instant();
        return properties.stream()
                .filter(name -> {
                    Instant at = ofType.get(name);
                    return at == null || !now.isBefore(at.plus(ASK_AGAIN));
                })
                .toList();
    }

    private synchronized void refuse(ObjectType type, List<String> missing) {
        Map<String, Instant> ofType = refused.computeIfAbsent(type, unused -> new HashMap<>());
        missing.forEach(name -> ofType.put(name, clock.instant()));
    }
}
