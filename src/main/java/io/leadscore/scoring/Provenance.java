package io.leadscore.scoring;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a weight set comes from: enough to make it again.
 *
 * @param origin how it was made, such as {@code defaults}
 * @param dataFrom from when on facts were used; null: from the first
 * @param dataUntil until when facts were used
 * @param counts how many facts of each kind were used, such as {@code won} and {@code lost}
 * @param profileFingerprint of the scoring profile
 * @param javaVersion of the Java that made it
 * @param os operating system and processor that made it
 * @param seed of the random numbers, if any were used
 * @param options of the weekly job that made it, by name
 * @param carriedOver what it has of the weight set before; null: it was not made by an edit
 */
public record Provenance(
        String origin,
        @Nullable Instant dataFrom,
        Instant dataUntil,
        Map<String, Long> counts,
        String profileFingerprint,
        String javaVersion,
        String os,
        @Nullable Long seed,
        @Nullable Map<String, String> options,
        @Nullable CarriedOver carriedOver) {

    /** Origin of what was made by an edit of the profile, or of the model version. */
    public static final String EDITED = "an edit of the profile";

    public Provenance {
        options = options == null ? Map.of() : Check.copy(options, "options");
        counts = Check.copy(counts, "counts");
    }

    /** Provenance of what is made on this machine, without random numbers. */
    public static Provenance here(String origin, Instant dataUntil, Map<String, Long> counts, String fingerprint) {
        return here(origin, null, dataUntil, counts, fingerprint, null, Map.of());
    }

    /** Provenance of what is made on this machine. */
    public static Provenance here(
            String origin,
            @Nullable Instant dataFrom,
            Instant dataUntil,
            Map<String, Long> counts,
            String fingerprint,
            @Nullable Long seed,
            Map<String, String> options) {
        return new Provenance(
                origin,
                dataFrom,
                dataUntil,
                counts,
                fingerprint,
                System.getProperty("java.version", "unknown"),
                here(),
                seed,
                options,
                null);
    }

    /** Provenance of what is carried over to an edited profile: the data and the options stay those of the learning. */
    Provenance edited(ScoringProfile profile, CarriedOver carried) {
        return new Provenance(
                EDITED,
                dataFrom,
                dataUntil,
                counts,
                profile.fingerprint(),
                System.getProperty("java.version", "unknown"),
                here(),
                seed,
                options,
                carried);
    }

    private static String here() {
        return System.getProperty("os.name", "unknown") + " " + System.getProperty("os.arch", "unknown");
    }
}
