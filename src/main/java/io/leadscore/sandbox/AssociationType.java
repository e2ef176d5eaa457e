package io.leadscore.sandbox;

import static io.leadscore.sandbox.RecordType.COMPANIES;
import static io.leadscore.sandbox.RecordType.CONTACTS;
import static io.leadscore.sandbox.RecordType.DEALS;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of association in one direction, with HubSpot's type id for it.
 *
 * @param label {@code Primary}, or null for the plain association
 */
record AssociationType(int typeId, @Nullable String label) {

    /** Type ids to contact, company and deal, from HubSpot's association guide. */
    private static final Map<RecordType, Ids> TO_CRM = Map.of(
            CONTACTS,
            new Ids(449, 279, 4),
            COMPANIES,
            new Ids(280, 450, 342),
            DEALS,
            new Ids(3, 341, 451),
            RecordType.CALLS,
            new Ids(194, 182, 206),
            RecordType.EMAILS,
            new Ids(198, 186, 210),
            RecordType.MEETINGS,
            new Ids(200, 188, 212),
            RecordType.NOTES,
            new Ids(202, 190, 214),
            RecordType.TASKS,
            new Ids(204, 192, 216),
            RecordType.COMMUNICATIONS,
            new Ids(81, 87, 85));

    private record Ids(int contact, int company, int deal) {

        int of(RecordType type) {
            return type == CONTACTS ? contact : type == COMPANIES ? company : deal;
        }
    }

    /** The plain association from one type to another; its id is 0 between engagements, which have none. */
    static AssociationType plain(RecordType from, RecordType to) {
        if (!to.isEngagement()) {
            return new AssociationType(idTo(from, to), null);
        }
        if (from.isEngagement()) {
            return new AssociationType(0, null);
        }
        // The way to an engagement is one less than the way back, but one more for communications.
        int back = idTo(to, from);
        return new AssociationType(to == RecordType.COMMUNICATIONS ? back + 1 : back - 1, null);
    }

    private static int idTo(RecordType from, RecordType to) {
        Ids ids = TO_CRM.get(from);
        return ids == null ? 0 : ids.of(to);
    }

    /** The primary-company association between two types; null if they have none. */
    static @Nullable AssociationType primary(RecordType from, RecordType to) {
        if (to == COMPANIES && (from == CONTACTS || from == DEALS)) {
            return new AssociationType(from == CONTACTS ? 1 : 5, "Primary");
        }
        if (from == COMPANIES && (to == CONTACTS || to == DEALS)) {
            return new AssociationType(to == CONTACTS ? 2 : 6, "Primary");
        }
        return null;
    }

    Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("category", "HUBSPOT_DEFINED");
        json.put("typeId", typeId);
        json.put("label", label);
        return Collections.unmodifiableMap(json);
    }
}
