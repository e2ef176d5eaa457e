package io.leadscore.scoring;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a call's disposition says. */
public enum CallOutcome {
    /** Somebody of the lead's was reached. */
    CONNECTED,
    /** Nobody was. */
    NOT_CONNECTED;

    private static final String HUBSPOTS_CONNECTED = "f240bbac-87c9-4f6e-bf70-924b57d47db7";

    /** The dispositions that every account has, by HubSpot's id. */
    private static final Map<String, CallOutcome> STANDARD = Stream.of(
                    HUBSPOTS_CONNECTED,
                    "9d9162e7-6cf3-4944-bf63-4dff82258764",
                    "a4c4c377-d246-4b32-a13b-75a56a4cd0ff",
                    "b2cf5968-551e-4856-9783-52b3da59a7d0",
                    "73a0d17f-1163-4015-bdd5-ec830791da20",
                    "17b47fee-58de-441e-a44c-c6300d46f273")
            .collect(Collectors.toUnmodifiableMap(
                    id -> id, id -> id.equals(HUBSPOTS_CONNECTED) ? CONNECTED : NOT_CONNECTED));

    /** What one of HubSpot's own dispositions says; null when it is the account's own. */
    public static @Nullable CallOutcome standard(String disposition) {
        return STANDARD.get(disposition);
    }
}
