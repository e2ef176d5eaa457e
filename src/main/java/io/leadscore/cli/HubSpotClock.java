package io.leadscore.cli;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.HubSpotException;
import io.leadscore.report.ReferenceClock;
import io.leadscore.settings.Settings;
import io.leadscore.settings.SettingsException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * HubSpot's clock by its last answer, or by one that is asked for. It cannot be told where HubSpot is away, or no token is
 * set: a job that does not need HubSpot otherwise then works nevertheless.
 *
 * @param open the window to HubSpot of the rooms that have one
 */
record HubSpotClock(Settings settings, ObjectProvider<HubSpot> open, InstantSource clock) implements ReferenceClock {

    @Override
    public @Nullable Duration ahead() {
        HubSpot shared = open.getIfAvailable();
        try {
            if (shared != null) {
                return asked(shared);
            }
            try (HubSpot own = HubSpot.create(settings.hubSpot(), clock)) {
                return asked(own);
            }
        } catch (HubSpotException | SettingsException unknown) {
            return null;
        }
    }

    private static @Nullable Duration asked(HubSpot hubSpot) {
        Duration ahead = hubSpot.clockAhead();
        if (ahead == null) {
            hubSpot.account();
            ahead = hubSpot.clockAhead();
        }
        return ahead;
    }
}
