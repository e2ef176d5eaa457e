package io.leadscore.hubspot;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.Facts;
import io.leadscore.lead.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes facts of HubSpot's records. Whatever a record holds, there is no error: what cannot be read is unknown. */
final class FactsMapping {

    /** HubSpot tells its time in whole seconds. */
    private static final Duration CLOCK_TICK = Duration.ofSeconds(1);

    private final Map<ObjectType, Set<String>> customProperties;
    private final Function<Instant, StageLookup> stages;
    private final HomeCurrency currency;
    private final Definitions definitions;
    private final PropertyKnowledge knowledge;

    /** @param stages asked anew for each page, with the instant at which a deal of it last changed */
    FactsMapping(
            Map<ObjectType, Set<String>> customProperties,
            Function<Instant, StageLookup> stages,
            HomeCurrency currency,
            Definitions definitions,
            PropertyKnowledge knowledge) {
        this.definitions = definitions;
        this.knowledge = knowledge;
        this.customProperties = customProperties;
        this.stages = stages;
        this.currency = currency;
    }

    /**
     * A page's records as facts, in its order.
     *
     * @param page records with readable ids
     * @param readAt stands in for a missing modified time
     */
    List<PulledObject> map(ObjectType type, List<CrmObject> page, Instant readAt) {
        Instant changedAt = changedAt(type, page, readAt);
        PageProperties properties = new PageProperties(definitions, knowledge, type, changedAt);
        if (!page.isEmpty()) {
            Set<String> shown = shown(page);
            properties.expect(customProperties.getOrDefault(type, Set.of()), shown);
            properties.expectBuiltIn(shown, showsEmpty(type, page));
        }
        DealMapping deals = new DealMapping(stages.apply(changedAt), currency);
        return page.stream()
                .map(object -> map(type, object, readAt, properties, deals))
                .toList();
    }

    private static Set<String> shown(List<CrmObject> page) {
        Set<String> shown = new HashSet<>();
        page.forEach(object -> {
            if (object.properties() != null) {
                shown.addAll(object.properties().keySet());
            }
        });
        return shown;
    }

    private static boolean showsEmpty(ObjectType type, List<CrmObject> page) {
        List<String> builtIn = RequestedProperties.builtIn(type);
        return page.stream().anyMatch(object -> {
            Map<String, @Nullable String> properties = object.properties();
            return properties != null
                    && builtIn.stream().anyMatch(name -> properties.containsKey(name) && properties.get(name) == null);
        });
    }

    /** When the last change was that the page tells of; none came after it was read, whatever a record says. */
    private static Instant changedAt(ObjectType type, List<CrmObject> page, Instant readAt) {
        Instant latest = readAt.minus(CLOCK_TICK);
        return page.stream()
                .flatMap(object -> Stream.ofNullable(firstKnown(
                        PropertyValues.parseInstant(object.property(RequestedProperties.modified(type))),
                        PropertyValues.parseInstant(object.updatedAt()))))
                .map(modified -> modified.isAfter(latest) ? latest : modified)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private PulledObject map(
            ObjectType type, CrmObject object, Instant readAt, PageProperties properties, DealMapping deals) {
        PropertyValues values = new PropertyValues(object.properties(), properties);
        Origin origin = origin(type, object, values, readAt);
        return new PulledObject(facts(type, origin, values, deals), scores(type, values));
    }

    private Facts facts(ObjectType type, Origin origin, PropertyValues values, DealMapping deals) {
        Map<String, String> custom = values.custom(customProperties.getOrDefault(type, Set.of()));
        return switch (type) {
            case CONTACTS -> ContactMapping.map(origin, values, custom);
            case COMPANIES -> company(origin, values, custom);
            case DEALS -> deals.map(origin, values, custom);
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
        Instant changed = firstKnown(
                values.instant(RequestedProperties.modified(type)), PropertyValues.parseInstant(object.updatedAt()));
        Instant modified = changed == null ? readAt : changed;
        Instant created = firstKnown(values.instant("createdate"), PropertyValues.parseInstant(object.createdAt()));
        return new Origin(id, created == null ? modified : created, modified);
    }

    private static @Nullable Instant firstKnown(@Nullable Instant first, @Nullable Instant second) {
        return first != null ? first : second;
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
