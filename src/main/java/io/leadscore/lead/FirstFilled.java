package io.leadscore.lead;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** Values without those that were filled in later. */
    static Map<String, String> asOf(Instant asOf, Map<String, String> today, Map<String, Instant> since) {
        Map<String, String> then = new LinkedHashMap<>(today);
        then.keySet()
                .removeIf(property -> since.getOrDefault(property, Instant.MIN).isAfter(asOf));
        return then;
    }
}
