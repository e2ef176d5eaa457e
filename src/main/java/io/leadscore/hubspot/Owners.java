package io.leadscore.hubspot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account's owners. Needs the scope {@code crm.objects.owners.read}. Thread-safe. */
public final class Owners {

    /** HubSpot's largest page of owners (owners guide). */
    private static final int PAGE = 100;

    private final HubSpotApi api;
    private final Calls calls;
    private final String version;

    Owners(HubSpotApi api, Calls calls, String version) {
        this.api = api;
        this.calls = calls;
        this.version = version;
    }

    /**
     * All owners, the active ones first. A call for every 100 active ones and one for every 100 archived ones: two for
     * most accounts.
     */
    public List<Owner> all() {
        List<Owner> owners = new ArrayList<>();
        for (boolean archived : new boolean[] {false, true}) {
            rows(archived).forEach(row -> owners.add(row.toOwner(archived)));
        }
        return owners;
    }

    /**
     * How the active persons are reached, by owner id. In transit only: not to be kept or logged. A call for every 100
     * active owners.
     */
    public Map<Long, OwnerAddress> addresses() {
        Map<Long, OwnerAddress> addresses = new HashMap<>();
        for (OwnersAnswer.Row row : rows(false)) {
            if (row.toOwner(false).isAssignable()
                    && row.email() != null
                    && !row.email().isBlank()) {
                addresses.put(row.number(), new OwnerAddress(row.email(), row.firstName()));
            }
        }
        return addresses;
    }

    private List<OwnersAnswer.Row> rows(boolean archived) {
        List<OwnersAnswer.Row> rows = new ArrayList<>();
        String after = null;
        do {
            OwnersAnswer page = page(archived, after);
            rows.addAll(page.rows());
            after = Paging.after(page.paging());
        } while (after != null);
        return rows;
    }

    /** A page that says to go on where it began would be asked for without end: it counts as unreadable. */
    private OwnersAnswer page(boolean archived, @Nullable String after) {
        return calls.call(
                        Family.OWNERS,
                        () -> api.owners(version, PAGE, archived, after),
                        page -> page.isReadable() && (after == null || !after.equals(Paging.after(page.paging()))))
                .body();
    }
}
