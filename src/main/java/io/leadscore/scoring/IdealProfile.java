package io.leadscore.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ideal client as the AI is told it: enumerated values only.
 *
 * @param preferred by fact, then by band, the values that the scoring profile lists, ascending; {@code others} has the
 *     band of those that it does not
 * @param learnt by fact, {@code won_more} and {@code won_less}
 */
public record IdealProfile(
        Map<String, Map<String, List<String>>> preferred, Map<String, Map<String, List<String>>> learnt) {

    public IdealProfile {
        preferred = Check.copy(preferred, "preferred");
        learnt = Check.copy(learnt, "learnt");
    }

    /** What a scoring profile and closed deals say. */
    public static IdealProfile of(ScoringProfile profile, LearntIdeal learntIdeal) {
        IdealClient ideal = profile.idealClient();
        Map<String, Map<String, List<String>>> preferred = new LinkedHashMap<>();
        preferred.put(FitProfile.INDUSTRY, banded(ideal.industries()));
        Map<String, List<String>> sizes = new LinkedHashMap<>();
        ideal.companySizes().forEach(size -> add(sizes, FitBand.of(size.value()), size.name()));
        preferred.put(FitProfile.COMPANY_SIZE, sizes);
        preferred.put(FitProfile.COUNTRY, banded(ideal.countries()));
        preferred.put(FitProfile.SOURCE, banded(ideal.sources()));
        preferred.put(FitProfile.LIFECYCLE_STAGE, banded(ideal.lifecycleStages()));
        preferred.put(FitProfile.JOB_LEVEL, banded(ideal.seniority()));
        Map<String, Map<String, List<String>>> learnt = new LinkedHashMap<>();
        learntIdeal.facts().forEach((fact, standouts) -> {
            Map<String, List<String>> told = new LinkedHashMap<>();
            told.put("won_more", standouts.wonMore());
            told.put("won_less", standouts.wonLess());
            learnt.put(fact, told);
        });
        return new IdealProfile(preferred, learnt);
    }

    /** The SHA-256 of everything that it says, in hexadecimal: another one means another ideal client. */
    public String version() {
        return Fingerprint.of(this);
    }

    private static Map<String, List<String>> banded(Preferences preferences) {
        Map<String, List<String>> banded = new LinkedHashMap<>();
        preferences.values().keySet().stream()
                .sorted()
                .forEach(value -> add(banded, FitBand.of(preferences.of(value)), value));
        banded.put("others", List.of(FitBand.of(preferences.others()).key()));
        return banded;
    }

    private static void add(Map<String, List<String>> banded, FitBand band, String value) {
        banded.computeIfAbsent(band.key(), unused -> new ArrayList<>()).add(value);
    }
}
