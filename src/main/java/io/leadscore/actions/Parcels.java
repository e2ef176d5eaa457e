package io.leadscore.actions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Divides messages: one for each lead at once, and one for all that a recipient's digest holds. */
final class Parcels {

    /** A message of more leads than this nobody reads, and Slack does not take. */
    private static final int MOST_IN_A_DIGEST = 100;

    private Parcels() {}

    /** @param recipient tells one recipient from another */
    static List<List<Errand>> of(List<Errand> errands, Function<Errand, String> recipient) {
        List<List<Errand>> parcels = new ArrayList<>();
        Map<String, List<Errand>> digests = new LinkedHashMap<>();
        for (Errand errand : errands) {
            if (!errand.step().digest()) {
                parcels.add(List.of(errand));
                continue;
            }
            List<Errand> digest = digests.get(recipient.apply(errand));
            if (digest == null || digest.size() == MOST_IN_A_DIGEST) {
                digest = new ArrayList<>();
                digests.put(recipient.apply(errand), digest);
                parcels.add(digest);
            }
            digest.add(errand);
        }
        return parcels;
    }
}
