package io.leadscore.delta;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.HubSpotException;
import io.leadscore.hubspot.PropertyDefinition;
import io.leadscore.hubspot.PropertyOption;
import io.leadscore.hubspot.ScoreProperty;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.AccountState;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How HubSpot defines the properties that are written. Thread-safe. */
record WrittenProperties(HubSpot hubSpot, AccountState accountState, InstantSource clock) {

    private static final String STATE = "delta-scoring.written-properties";

    /**
     * Looks whether their definitions are others than when they were last looked at; not at the first look. One call. Where
     * HubSpot does not tell, they are as they were.
     */
    boolean haveChanged(long portalId) {
        String before = accountState.get(portalId, STATE);
        String now = now();
        if (now == null || now.equals(before)) {
            return false;
        }
        accountState.put(portalId, STATE, now, clock.instant());
        return before != null;
    }

    private @Nullable String now() {
        try {
            return hubSpot.properties(ObjectType.CONTACTS).stream()
                    .filter(property -> ScoreProperty.names().contains(property.name()))
                    .sorted(Comparator.comparing(PropertyDefinition::name))
                    .map(WrittenProperties::text)
                    .collect(Collectors.joining("\n"));
        } catch (HubSpotException.Rejected | HubSpotException.MissingScopes refused) {
            return null;
        }
    }

    private static String text(PropertyDefinition property) {
        return property.options().stream()
                .map(PropertyOption::value)
                .collect(Collectors.joining(
                        ",",
                        property.name() + " " + property.type() + " " + property.fieldType() + " " + property.readOnly()
                                + " ",
                        ""));
    }
}
