package io.leadscore.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Since when the account's own properties of a contact, its company and its deals have had a value, as far as HubSpot's
 * history tells: by property; one that is absent is not known of. Immutable.
 *
 * @param contact of the contact
 * @param company of its company
 * @param deals of its deals, by their id
 */
public record FirstFilled(
        Map<String, Instant> contact, Map<String, Instant> company, Map<Long, Map<String, Instant>> deals) {

    /**
     * What is filled in longer after the end of a deal was most likely not filled in because of it, but of all records at
     * once, bought or moved from elsewhere: since when it was so is not known.
     */
    private static final Duration BECAUSE_OF_THE_END = Duration.ofDays(30);

    /** Nothing is known. */
    public static final FirstFilled UNKNOWN = new FirstFilled(Map.of(), Map.of(), Map.of());

    public FirstFilled {
        contact = Map.copyOf(contact);
        company = Map.copyOf(company);
        deals = Map.copyOf(deals);
    }

    Map<String, Instant> deal(long id) {
        return deals.getOrDefault(id, Map.of());
    }

    /**
     * Values without those that were filled in later.
     *
     * @param ended when the deal was won or lost, of which they are to tell; null: it is open
     */
    static Map<String, String> asOf(
            Instant asOf, @Nullable Instant ended, Map<String, String> today, Map<String, Instant> since) {
        Instant last = ended == null ? Instant.MAX : ended.plus(BECAUSE_OF_THE_END);
        Map<String, String> then = new LinkedHashMap<>(today);
        then.keySet().removeIf(property -> {
            Instant filled = since.getOrDefault(property, Instant.MIN);
            return filled.isAfter(asOf) && !filled.isAfter(last);
        });
        return then;
    }
}
