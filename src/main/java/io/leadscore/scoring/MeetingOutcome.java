package io.leadscore.scoring;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a meeting's outcome says. */
public enum MeetingOutcome {
    /** It took place, or will at its time. */
    HELD,
    /** It did not. */
    NOT_HELD;

    /** The outcomes that every account has, by HubSpot's internal value. */
    private static final Map<String, MeetingOutcome> STANDARD = Map.of(
            "COMPLETED", HELD,
            "SCHEDULED", NOT_HELD,
            "RESCHEDULED", NOT_HELD,
            "NO_SHOW", NOT_HELD,
            "CANCELED", NOT_HELD,
            "CANCELLED", NOT_HELD);

    /** What one of HubSpot's own outcomes says; null when it is the account's own. */
    public static @Nullable MeetingOutcome standard(String outcome) {
        return STANDARD.get(outcome);
    }
}
