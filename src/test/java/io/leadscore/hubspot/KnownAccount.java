package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account of which a test says what is known: properties by name, the same for all types. */
final class KnownAccount implements PropertyKnowledge, Definitions {

    private final Map<String, KnownProperty> properties = new HashMap<>();
    private final Map<String, Set<String>> listed = new HashMap<>();
    private final Map<String, ValueKind> kinds = new HashMap<>();

    KnownAccount option(String property, String... options) {
        properties.put(property, new KnownProperty("enumeration", List.of(options), null, Map.of()));
        return this;
    }

    KnownAccount yesOrNo(String property, String yes, String no) {
        properties.put(property, new KnownProperty("enumeration", List.of(yes, no), yes, Map.of()));
        return this;
    }

    KnownAccount lists(String property, String... options) {
        listed.put(property, Set.of(options));
        return this;
    }

    KnownAccount kind(String property, ValueKind kind) {
        kinds.put(property, kind);
        return this;
    }

    @Override
    public @Nullable KnownProperties known(ObjectType type) {
        return new KnownProperties(properties, Set.of(), Instant.MAX);
    }

    @Override
    public @Nullable KnownProperties kept(ObjectType type) {
        return known(type);
    }

    @Override
    public void learnt(ObjectType type, KnownProperties learnt) {
        throw new IllegalStateException("Nothing is read here.");
    }

    @Override
    public Set<String> listed(ObjectType type, String property) {
        return listed.getOrDefault(property, Set.of());
    }

    @Override
    public @Nullable ValueKind kind(ObjectType type, String property) {
        return kinds.get(property);
    }

    @Override
    public byte[] pseudonymKey() {
        return new byte[32];
    }

    @Override
    public @Nullable KnownProperties remembered(ObjectType type) {
        return known(type);
    }

    @Override
    public @Nullable KnownProperties asOf(ObjectType type, Instant changedAt) {
        return known(type);
    }
}
