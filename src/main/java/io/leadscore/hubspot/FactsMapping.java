package io.leadscore.hubspot;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.Facts;
import io.leadscore.lead.ObjectType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes facts of HubSpot's records. Whatever a record holds, there is no error: what cannot be read is unknown. */
final class FactsMapping {

    private final Map<ObjectType, Set<String>> customProperties;
    private final Supplier<StageLookup> stages;

    /** @param stages asked anew for each page */
    FactsMapping(Map<ObjectType, Set<String>> customProperties, Supplier<StageLookup> stages) {
        this.customProperties = customProperties;
        this.stages = stages;
    }

    /**
     * A page's records as facts, in its order.
     *
     * @param page records with readable ids
     * @param readAt stands in for a missing modified time
     */
    List<PulledObject> map(ObjectType type, List<CrmObject> page, Instant readAt) {
        StageLookup pageStages = stages.get();
        return page.stream()
                .map(object -> map(type, object, readAt, pageStages))
                .toList();
    }

    private PulledObject map(ObjectType type, CrmObject object, Instant readAt, StageLookup pageStages) {
        PropertyValues values = new PropertyValues(object.properties());
        Origin origin = origin(type, object, values, readAt);
        return new PulledObject(facts(type, origin, values, pageStages), scores(type, values));
    }

    private Facts facts(ObjectType type, Origin origin, PropertyValues values, StageLookup pageStages) {
        Map<String, String> custom = values.custom(customProperties.getOrDefault(type, Set.of()));
        return switch (type) {
            case CONTACTS -> ContactMapping.map(origin, values, custom);
            case COMPANIES -> company(origin, values, custom);
            case DEALS -> DealMapping.map(origin, values, custom, pageStages);
            default -> EngagementMapping.map(type, origin, values);
        };
    }

    private static CompanyFacts company(Origin origin, PropertyValues values, Map<String, String> custom) {
        return new CompanyFacts(
                origin.id(),
                origin.createdAt(),
                origin.modifiedAt(),
                values.choice("industry"),
                values.whole("numberofemployees"),
                values.decimal("annualrevenue"),
                ContactMapping.country(values),
                values.choice("lifecyclestage"),
                custom);
    }

    private static Origin origin(ObjectType type, CrmObject object, PropertyValues values, Instant readAt) {
        Long id = object.number();
        if (id == null) {
            throw new IllegalArgumentException("A record without a readable id has no facts.");
        }
        Instant modified = firstKnown(
                values.instant(RequestedProperties.modified(type)),
                PropertyValues.parseInstant(object.updatedAt()),
                readAt);
        Instant created =
                firstKnown(values.instant("createdate"), PropertyValues.parseInstant(object.createdAt()), modified);
        return new Origin(id, created, modified);
    }

    private static Instant firstKnown(@Nullable Instant first, @Nullable Instant second, Instant otherwise) {
        return first != null ? first : second != null ? second : otherwise;
    }

    private static Map<String, @Nullable String> scores(ObjectType type, PropertyValues values) {
        Map<String, @Nullable String> scores = new LinkedHashMap<>();
        if (type == ObjectType.CONTACTS) {
            for (String name : ScoreProperty.names()) {
                if (values.has(name)) {
                    scores.put(name, values.text(name));
                }
            }
        }
        return scores;
    }

    /** What every record has. */
    record Origin(long id, Instant createdAt, Instant modifiedAt) {}
}
