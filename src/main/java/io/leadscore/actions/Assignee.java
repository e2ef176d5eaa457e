package io.leadscore.actions;

import io.leadscore.lead.Country;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An owner who gets leads.
 *
 * @param id HubSpot's id of the owner
 * @param weight how many leads, compared with the others; above 0, up to 1,000
 * @param territories countries such as {@code DE} and states such as {@code US-CA}; none: wherever nobody else is
 * @param sizes sizes of companies; none: whatever nobody else has
 * @param absent when no leads, please
 */
public record Assignee(
        long id, double weight, List<String> territories, List<CompanySizes> sizes, List<Absence> absent) {

    private static final Pattern TERRITORY = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    public Assignee {
        Check.require(id > 0, "id must be an owner's id, not " + id);
        Check.require(weight > 0 && weight <= 1_000, "weight must be above 0 and at most 1000, not " + weight);
        for (String territory : territories) {
            Check.require(
                    TERRITORY.matcher(territory).matches() && Country.isCode(territory.substring(0, 2)),
                    "territories must be such as DE or US-CA, unlike " + territory);
        }
        territories = List.copyOf(territories);
        sizes = List.copyOf(sizes);
        absent = List.copyOf(absent);
    }

    /** Somebody whom the settings do not name. */
    static Assignee plain(long id) {
        return new Assignee(id, 1, List.of(), List.of(), List.of());
    }
}
