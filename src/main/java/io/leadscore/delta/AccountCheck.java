package io.leadscore.delta;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.HubSpotException;
import io.leadscore.hubspot.PropertyDefinition;
import io.leadscore.hubspot.PropertyMismatch;
import io.leadscore.hubspot.SetupResult;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.AccountState;
import io.leadscore.scoring.CustomSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which account the token belongs to and whether it is ready to be scored, before anything starts. What was
 * found is kept in the ledger, so that an idle cycle costs no call for it.
 */
final class AccountCheck {

    private static final Logger LOG = LoggerFactory.getLogger(AccountCheck.class);

    private static final String CHECKED = "delta-scoring.account-checked";

    private final HubSpot hubSpot;
    private final AccountState accountState;
    private final PulledSignals pulledSignals;
    private final ScoringSettings settings;
    private final InstantSource clock;
    private final Duration keepFor;

    AccountCheck(
            HubSpot hubSpot,
            AccountState accountState,
            PulledSignals pulledSignals,
            ScoringSettings settings,
            InstantSource clock,
            Duration keepFor) {
        this.hubSpot = hubSpot;
        this.accountState = accountState;
        this.pulledSignals = pulledSignals;
        this.settings = settings;
        this.clock = clock;
        this.keepFor = keepFor;
    }

    /**
     * The account that the token belongs to.
     *
     * @throws AccountNotReadyException when it is not the configured one
     */
    long portalId() {
        Long known = accountState.portalOf(settings.tokenFingerprint());
        long portalId = known == null ? hubSpot.account().portalId() : known;
        if (settings.portalId() != null && settings.portalId() != portalId) {
            throw new AccountNotReadyException(
                    "HUBSPOT_PORTAL_ID is " + settings.portalId() + ", but HUBSPOT_ACCESS_TOKEN belongs to account "
                            + portalId + ".",
                    "Set HUBSPOT_PORTAL_ID to " + portalId + ", remove it, or use that account's token.");
        }
        if (known == null) {
            accountState.rememberToken(settings.tokenFingerprint(), portalId);
        }
        return portalId;
    }

    /**
     * Checks that the account has the properties that are written and those that the profile declares as signals.
     *
     * @throws AccountNotReadyException when one is missing or of the wrong type
     */
    void verify(long portalId) {
        String subject = settings.profile().fingerprint();
        Instant now = clock.instant();
        Instant checkedAt = accountState.changedAt(portalId, CHECKED);
        if (checkedAt != null
                && checkedAt.plus(keepFor).isAfter(now)
                && !checkedAt.isAfter(now)
                && subject.equals(accountState.get(portalId, CHECKED))) {
            return;
        }
        verifyScoreProperties(hubSpot.setUp(true));
        Map<ObjectType, Map<String, PropertyDefinition>> definitions = new EnumMap<>(ObjectType.class);
        for (CustomSignal signal : settings.profile().customSignals()) {
            boolean had = pulledSignals.had(portalId, signal.objectType(), signal.property());
            verify(signal, definitions(definitions, signal.objectType()), had);
        }
        readStages();
        accountState.put(portalId, CHECKED, subject, now);
    }

    /** What a stage means may have changed though no deal did. */
    private void readStages() {
        try {
            hubSpot.dealStages();
        } catch (HubSpotException.Rejected | HubSpotException.MissingScopes refused) {
            LOG.warn("Deal stages cannot be read; deals are closed only by their own flags. {}", refused.getMessage());
        }
    }

    /** Forgets what was found, because HubSpot said otherwise. */
    void forget(long portalId) {
        accountState.put(portalId, CHECKED, "", clock.instant());
    }

    private Map<String, PropertyDefinition> definitions(
            Map<ObjectType, Map<String, PropertyDefinition>> read, ObjectType type) {
        return read.computeIfAbsent(type, unread -> hubSpot.properties(unread).stream()
                .collect(Collectors.toMap(PropertyDefinition::name, Function.identity(), (one, other) -> one)));
    }

    private static void verifyScoreProperties(SetupResult state) {
        if (!state.created().isEmpty()) {
            throw new AccountNotReadyException(
                    "The HubSpot account lacks the contact properties that Leadscore writes: "
                            + String.join(", ", state.created()) + ".",
                    "Create them with: scripts/leadscore setup");
        }
        if (!state.mismatched().isEmpty()) {
            PropertyMismatch first = state.mismatched().get(0);
            throw new AccountNotReadyException(
                    "The contact property " + first.name() + " is " + first.found() + ", but Leadscore writes "
                            + first.expected() + ".",
                    "Archive it in HubSpot, then create it with: scripts/leadscore setup");
        }
    }

    /** @param had whether the property was there before: its last known values are kept, and the run says so */
    private static void verify(CustomSignal signal, Map<String, PropertyDefinition> definitions, boolean had) {
        PropertyDefinition definition = definitions.get(signal.property());
        String where = "signal " + signal.name() + " in scoring-profile.yml";
        if (definition == null) {
            if (had) {
                return;
            }
            throw new AccountNotReadyException(
                    "The HubSpot account has no " + signal.objectType().apiName() + " property " + signal.property()
                            + " (" + where + ").",
                    "Correct the property's internal name in the profile, or remove the signal.");
        }
        if (!signal.kind().accepts(definition.type())) {
            if (had) {
                return;
            }
            throw new AccountNotReadyException(
                    "The " + signal.objectType().apiName() + " property " + signal.property() + " is of type "
                            + definition.type() + ", which cannot be a signal of kind "
                            + signal.kind().name().toLowerCase(Locale.ROOT) + " (" + where + ").",
                    "Signals can be enumeration, number, bool, date or datetime properties; free text is refused.");
        }
        if (signal.kind() == CustomSignal.Kind.FLAG && !definition.isYesOrNo()) {
            throw new AccountNotReadyException(
                    "The " + signal.objectType().apiName() + " property " + signal.property() + " has "
                            + definition.options().size() + " options, so that it says more than yes or no (" + where
                            + ").",
                    "Declare it as kind: category, or give it two options in HubSpot.");
        }
    }
}
