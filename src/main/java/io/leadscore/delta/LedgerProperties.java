package io.leadscore.delta;

import io.leadscore.hubspot.KnownProperties;
import io.leadscore.hubspot.KnownProperty;
import io.leadscore.hubspot.PropertyKnowledge;
import io.leadscore.hubspot.ValueKind;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.OptionText;
import io.leadscore.ledger.AccountState;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ListedOptions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of the account's properties in the ledger, so that an idle cycle costs no call for it. Once in a
 * while it forgets them, and they are read from HubSpot again. Thread-safe.
 */
final class LedgerProperties implements PropertyKnowledge {

    private static final String STATE = "hubspot.properties-of-";
    private static final String KEY = "hubspot.pseudonym-key";
    private static final int KEY_BYTES = 32;

    private final AccountState accountState;
    private final ScoringSettings scoring;
    private final InstantSource clock;
    private final Duration keepFor;
    private final Map<ObjectType, Map<String, Set<String>>> listed;
    private final Map<ObjectType, Map<String, ValueKind>> kinds;

    LedgerProperties(AccountState accountState, ScoringSettings scoring, InstantSource clock, Duration keepFor) {
        this.accountState = accountState;
        this.scoring = scoring;
        this.clock = clock;
        this.keepFor = keepFor;
        this.listed = ListedOptions.of(scoring.profile()).stream()
                .collect(Collectors.groupingBy(
                        ListedOptions::objectType,
                        Collectors.toMap(ListedOptions::property, LedgerProperties::options, LedgerProperties::union)));
        this.kinds = scoring.profile().customSignals().stream()
                .collect(Collectors.groupingBy(
                        CustomSignal::objectType,
                        Collectors.toMap(CustomSignal::property, LedgerProperties::kind, (one, other) -> one)));
    }

    @Override
    public @Nullable KnownProperties known(ObjectType type) {
        KnownProperties kept = kept(type);
        return kept != null && kept.readAt().plus(keepFor).isAfter(clock.instant()) ? kept : null;
    }

    @Override
    public @Nullable KnownProperties kept(ObjectType type) {
        Long portalId = accountState.portalOf(scoring.tokenFingerprint());
        return portalId == null ? null : kept(portalId, type);
    }

    @Override
    public void learnt(ObjectType type, KnownProperties properties) {
        Long portalId = accountState.portalOf(scoring.tokenFingerprint());
        if (portalId != null) {
            String text = PropertiesText.of(scoring.profile().fingerprint(), properties);
            accountState.put(portalId, STATE + type.apiName(), text, properties.readAt());
        }
    }

    @Override
    public Set<String> listed(ObjectType type, String property) {
        return listed.getOrDefault(type, Map.of()).getOrDefault(property, Set.of());
    }

    @Override
    public @Nullable ValueKind kind(ObjectType type, String property) {
        return kinds.getOrDefault(type, Map.of()).get(property);
    }

    @Override
    public byte[] pseudonymKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        Long portalId = accountState.portalOf(scoring.tokenFingerprint());
        if (portalId == null) {
            return random;
        }
        String kept = accountState.get(portalId, KEY);
        return HexFormat.of()
                .parseHex(
                        kept != null
                                ? kept
                                : accountState.putIfAbsent(
                                        portalId, KEY, HexFormat.of().formatHex(random), clock.instant()));
    }

    /** The declared properties of a type that the account had, and has no more, or not as what they are declared. */
    Set<String> vanished(long portalId, ObjectType type) {
        KnownProperties kept = kept(portalId, type);
        Set<String> vanished = new TreeSet<>();
        if (kept != null) {
            for (CustomSignal signal : scoring.profile().customSignals()) {
                KnownProperty defined = kept.find(signal.property());
                if (signal.objectType() == type
                        && (defined == null || !signal.kind().accepts(defined.type()))) {
                    vanished.add(signal.property());
                }
            }
        }
        return vanished;
    }

    /** The properties of HubSpot's own that are asked for, and that the account does not have. */
    Set<String> absent(long portalId, ObjectType type) {
        KnownProperties kept = kept(portalId, type);
        Set<String> absent = new TreeSet<>();
        if (kept != null) {
            absent.addAll(kept.absent());
            scoring.profile().customSignals().forEach(signal -> {
                if (signal.objectType() == type) {
                    absent.remove(signal.property());
                }
            });
        }
        return absent;
    }

    /** However old it is; of another profile it may lack what this one asks for. */
    private @Nullable KnownProperties kept(long portalId, ObjectType type) {
        String text = accountState.get(portalId, STATE + type.apiName());
        Instant readAt = accountState.changedAt(portalId, STATE + type.apiName());
        return text == null || readAt == null
                ? null
                : PropertiesText.read(text, scoring.profile().fingerprint(), readAt);
    }

    private static Set<String> options(ListedOptions list) {
        return list.options().stream().map(OptionText::of).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }

    private static ValueKind kind(CustomSignal signal) {
        return switch (signal.kind()) {
            case CATEGORY -> ValueKind.CATEGORY;
            case NUMBER -> ValueKind.NUMBER;
            case FLAG -> ValueKind.FLAG;
            case DATE -> ValueKind.DATE;
        };
    }
}
