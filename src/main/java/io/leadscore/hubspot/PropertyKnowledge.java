package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account's properties beside their values: how HubSpot defines them, what the scoring profile says of
 * them, and the key of the pseudonyms that stand in for unlisted options. Implementations are called from several threads.
 */
public interface PropertyKnowledge {

    /** What HubSpot last said of a type's properties; null when nothing recent is remembered. */
    @Nullable
    KnownProperties known(ObjectType type);

    /** What HubSpot said last of a type's properties, however long ago; null when it never said anything. */
    @Nullable
    KnownProperties kept(ObjectType type);

    /** Remembers what HubSpot says of a type's properties, in place of all that was remembered of them. */
    void learnt(ObjectType type, KnownProperties properties);

    /** The options of a property that the scoring profile lists. */
    Set<String> listed(ObjectType type, String property);

    /** How a declared property is read; null when it is not declared. */
    @Nullable
    ValueKind kind(ObjectType type, String property);

    /** The key of the account's pseudonyms, the same for good. */
    byte[] pseudonymKey();

    /** Knowledge that lasts as long as the process, without a scoring profile. */
    static PropertyKnowledge inMemory() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new PropertyKnowledge() {
            private final Map<ObjectType, KnownProperties> memory = new EnumMap<>(ObjectType.class);

            @Override
            public synchronized @Nullable KnownProperties known(ObjectType type) {
                return memory.get(type);
            }

            @Override
            public @Nullable KnownProperties kept(ObjectType type) {
                return known(type);
            }

            @Override
            public synchronized void learnt(ObjectType type, KnownProperties properties) {
                memory.put(type, properties);
            }

            @Override
            public Set<String> listed(ObjectType type, String property) {
                return Set.of();
            }

            @Override
            public @Nullable ValueKind kind(ObjectType type, String property) {
                return null;
            }

            @Override
            public byte[] pseudonymKey() {
                return key.clone();
            }
        };
    }
}
