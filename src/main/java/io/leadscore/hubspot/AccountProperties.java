package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import io.leadscore.lead.OptionText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account's property definitions: from memory, and read when a record changed since that does not go with them: an
 * option may have been added, a property archived. Thread-safe.
 */
final class AccountProperties implements Definitions {

    private static final Logger log = LoggerFactory.getLogger(AccountProperties.class);

    /** The scope to read definitions may be granted. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    /** Properties whose options the profile may list by what people see. */
    private static final Set<String> LISTED_BY_LABEL = Set.of("hs_call_disposition", "hs_meeting_outcome");

    private final HubSpotApi api;
    private final Calls calls;
    private final HubSpotSettings settings;
    private final PropertyKnowledge knowledge;
    private final InstantSource clock;
    private final Map<ObjectType, Instant> refusedAt = new EnumMap<>(ObjectType.class);

    AccountProperties(
            HubSpotApi api, Calls calls, HubSpotSettings settings, PropertyKnowledge knowledge, InstantSource clock) {
        this.api = api;
        this.calls = calls;
        this.settings = settings;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /**
     * The properties of this type that are in use, freshly read. One call; two where the answer lacks a property or an
     * option that is remembered, since it may be cut. An account has properties of every type: of an answer with none
     * nothing is learnt.
     */
    List<PropertyDefinition> read(ObjectType type) {
        KnownProperties kept = knowledge.kept(type);
        Answer<Properties> answer = ask(type);
        KnownProperties told = told(type, answer);
        if (kept != null && !told.hasAllOf(kept)) {
            calls.pauseBeforeAskingAgain(1);
            answer = ask(type);
            told = told(type, answer);
        }
        List<PropertyDefinition> definitions = answer.body().inUse();
        if (kept != null && definitions.isEmpty()) {
            log.warn("HubSpot shows no property of {} at all; what it showed before counts on.", type.apiName());
            told = new KnownProperties(kept.byName(), kept.absent(), told.readAt());
        }
        knowledge.learnt(type, told);
        return definitions;
    }

    private Answer<Properties> ask(ObjectType type) {
        String version = settings.versions().properties();
        return calls.call(Family.PROPERTIES, () -> api.properties(version, type.apiName()), Properties::isReadable);
    }

    private KnownProperties told(ObjectType type, Answer<Properties> answer) {
        Instant at = answer.serverTime();
        return known(type, answer.body().inUse(), at == null ? clock.instant() : at);
    }

    @Override
    public @Nullable KnownProperties remembered(ObjectType type) {
        return knowledge.known(type);
    }

    @Override
    public synchronized @Nullable KnownProperties asOf(ObjectType type, Instant changedAt) {
        KnownProperties remembered = knowledge.known(type);
        Instant now = clock.instant();
        Instant refused = refusedAt.get(type);
        if ((remembered != null && remembered.readAt().isAfter(changedAt))
                || (refused != null && now.isBefore(refused.plus(LOOK_AGAIN)))) {
            return remembered;
        }
        try {
            read(type);
            return knowledge.known(type);
        } catch (HubSpotException.Rejected | HubSpotException.MissingScopes refusal) {
            refusedAt.put(type, now);
            log.warn("The properties of {} cannot be read. {}", type.apiName(), refusal.getMessage());
            return remembered;
        }
    }

    private KnownProperties known(ObjectType type, List<PropertyDefinition> definitions, Instant readAt) {
        Set<String> custom = settings.customProperties(type);
        Set<String> asked = new HashSet<>(RequestedProperties.of(type, custom));
        Map<String, KnownProperty> byName = new HashMap<>();
        for (PropertyDefinition definition : definitions) {
            boolean matters =
                    custom.contains(definition.name()) || definition.type().equals("enumeration");
            if (matters && asked.contains(definition.name())) {
                byName.put(definition.name(), known(type, definition));
            }
        }
        Set<String> absent = new HashSet<>(asked);
        definitions.forEach(definition -> absent.remove(definition.name()));
        return new KnownProperties(byName, absent, readAt);
    }

    private KnownProperty known(ObjectType type, PropertyDefinition definition) {
        return new KnownProperty(
                definition.type(),
                definition.options().stream()
                        .map(option -> OptionText.of(option.value()))
                        .filter(PageProperties::isKeepable)
                        .toList(),
                definition.type().equals("enumeration") ? YesOrNo.yes(definition.options()) : null,
                LISTED_BY_LABEL.contains(definition.name()) ? aliases(type, definition) : Map.of());
    }

    private Map<String, String> aliases(ObjectType type, PropertyDefinition definition) {
        Map<String, String> aliases = new HashMap<>();
        for (String listed : knowledge.listed(type, definition.name())) {
            definition.options().stream()
                    .filter(option -> OptionText.of(option.label()).equalsIgnoreCase(listed))
                    .forEach(option -> aliases.put(OptionText.of(option.value()), listed));
        }
        return aliases;
    }
}
