package io.leadscore.hubspot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of records.
 *
 * @param objects the records, ascending by id when they were searched
 * @param nextAfter where the next page of a list begins; null at its end and for every searched page, which goes on
 *     behind the highest id instead
 * @param last whether nothing follows
 * @param total how many records the search matches, this page included; -1 for a list, which does not say
 * @param serverTime HubSpot's clock when it answered, to the second; the local clock when it did not say
 */
public record PulledPage(
        List<PulledObject> objects, @Nullable String nextAfter, boolean last, long total, Instant serverTime) {

    public PulledPage {
        objects = List.copyOf(objects);
    }
}
