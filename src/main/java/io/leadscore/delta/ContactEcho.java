package io.leadscore.delta;

import io.leadscore.hubspot.PulledObject;
import io.leadscore.hubspot.ScoreProperty;
import io.leadscore.ledger.WrittenScore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells our own write from somebody else's edit. Writing a score bumps the contact's modified time, so that the next
 * window shows it again; such an echo is read, but touches nobody.
 */
final class ContactEcho {

    private ContactEcho() {}

    /** Whether the contact's last change was our own write. */
    static boolean isOurWrite(PulledObject contact, @Nullable WrittenScore written) {
        return written != null && contact.facts().modifiedAt().equals(written.hubspotUpdatedAt());
    }

    /**
     * Whether HubSpot holds another value than we last wrote, after our write. A property that HubSpot did not return,
     * or a row older than our write (search lags), says nothing.
     */
    static boolean isOverwritten(PulledObject contact, @Nullable WrittenScore written) {
        if (written == null
                || written.hubspotUpdatedAt() == null
                || contact.facts().modifiedAt().isBefore(written.hubspotUpdatedAt())) {
            return false;
        }
        Map<String, @Nullable String> current = contact.scoreProperties();
        for (ScoreProperty property : ScoreProperty.values()) {
            String name = property.propertyName();
            String ours = written.properties().get(name);
            if (ours != null && current.containsKey(name) && !sameValue(ours, current.get(name))) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameValue(String ours, @Nullable String theirs) {
        if (theirs == null || theirs.isEmpty()) {
            return ours.isEmpty();
        }
        return ours.equals(theirs) || sameNumber(ours, theirs) || sameInstant(ours, theirs) || sameText(ours, theirs);
    }

    private static boolean sameNumber(String ours, String theirs) {
        try {
            return new BigDecimal(ours).compareTo(new BigDecimal(theirs)) == 0;
        } catch (NumberFormatException notNumbers) {
            return false;
        }
    }

    private static boolean sameInstant(String ours, String theirs) {
        try {
            Instant their =
                    theirs.matches("\\d+") ? Instant.ofEpochMilli(Long.parseLong(theirs)) : Instant.parse(theirs);
            return Instant.parse(ours).equals(their);
        } catch (DateTimeParseException | NumberFormatException notInstants) {
            return false;
        }
    }

    /** HubSpot may trim a text or change its line ends. */
    private static boolean sameText(String ours, String theirs) {
        return ours.strip().replace("\r\n", "\n").equals(theirs.strip().replace("\r\n", "\n"));
    }
}
