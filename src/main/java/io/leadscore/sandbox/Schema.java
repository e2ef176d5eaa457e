package io.leadscore.sandbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The property definitions of one record type, their groups, and the rules an admin made for them. Thread-safe. */
final class Schema {

    private final Map<String, PropertyDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, PropertyGroup> groups = new LinkedHashMap<>();
    private final List<ConditionalRule> conditionalRules = new CopyOnWriteArrayList<>();

    /** An admin's rule: where a property has this value, another must be set. Enforced from 2026-09 on. */
    record ConditionalRule(String property, String value, String required) {}

    Schema(Collection<PropertyDefinition> defaults) {
        for (PropertyDefinition definition : defaults) {
            put(definition);
            groups.putIfAbsent(
                    definition.groupName(), new PropertyGroup(definition.groupName(), definition.groupName(), -1));
        }
    }

    /** The definition that is in use under this name; null for none or an archived one. */
    synchronized @Nullable PropertyDefinition find(String name) {
        PropertyDefinition definition = definitions.get(name);
        return definition == null || definition.archived() ? null : definition;
    }

    synchronized List<PropertyDefinition> all(boolean archived) {
        return definitions.values().stream()
                .filter(definition -> definition.archived() == archived)
                .toList();
    }

    /** Adds or replaces; the name of an archived one brings it back. */
    synchronized void put(PropertyDefinition definition) {
        definitions.put(definition.name(), definition);
    }

    /** Adds unless the name is in use. */
    synchronized boolean add(PropertyDefinition definition) {
        if (find(definition.name()) != null) {
            return false;
        }
        put(definition);
        return true;
    }

    synchronized boolean archive(String name) {
        PropertyDefinition definition = find(name);
        if (definition == null) {
            return false;
        }
        put(definition.archivedNow());
        return true;
    }

    synchronized List<PropertyGroup> groups() {
        return List.copyOf(groups.values());
    }

    synchronized boolean hasGroup(String name) {
        return groups.containsKey(name);
    }

    synchronized boolean add(PropertyGroup group) {
        return groups.putIfAbsent(group.name(), group) == null;
    }

    void require(ConditionalRule rule) {
        conditionalRules.add(rule);
    }

    List<ConditionalRule> conditionalRules() {
        return conditionalRules;
    }
}
