package io.leadscore.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * HubSpot's clock, which dates its records: what is learnt or scored counts from now, so that a clock of ours that is a year
 * ahead is wrong about all of it. Implementations are called from several threads.
 */
@FunctionalInterface
public interface ReferenceClock {

    /** Certificates and tokens stand more; records of the last minutes less. */
    Duration MOST_APART = Duration.ofMinutes(5);

    /** How far it is ahead of ours; null when it cannot be told. May ask HubSpot. */
    @Nullable
    Duration ahead();

    /**
     * Says that our clock is wrong.
     *
     * @param undone what is not done because of that, such as {@code nothing was scored}
     * @return null when it is within five minutes of HubSpot's, or when that cannot be told
     */
    static @Nullable String difference(@Nullable Duration ahead, String undone) {
        return ahead == null || ahead.abs().compareTo(MOST_APART) <= 0
                ? null
                : "This machine's clock is " + words(ahead.abs()) + (ahead.isNegative() ? " ahead of" : " behind")
                        + " HubSpot's; " + undone + ".";
    }

    private static String words(Duration duration) {
        return duration.toDays() >= 2
                ? duration.toDays() + " days"
                : duration.toHours() >= 2 ? duration.toHours() + " hours" : duration.toMinutes() + " minutes";
    }
}
