package io.leadscore.scoring;

import org.jspecify.annotations.Nullable;

/**
 * Something that was learnt and does not mean the same any more under an edited profile.
 *
 * @param what it is
 * @param name of the signal or cohorts; null for the others
 */
public record Loss(What what, @Nullable String name) {

    /** What can be lost. */
    public enum What {
        /** The learnt weights of the four components, because the profile's were edited. */
        COMPONENT_WEIGHTS,
        /** A signal's learnt weight and range, because its value is made otherwise now. */
        SIGNAL_EDITED,
        /** A signal's learnt weight, because the profile gives it another. */
        SIGNAL_WEIGHT,
        /** A signal that the profile does not have any more. */
        SIGNAL_GONE,
        /** How cohorts went and how far they are trusted, because they are divided otherwise now. */
        COHORTS,
        /** The learnt close probability. */
        PROBABILITY,
        /** The weights of a segment's own, because the profile tells its leads otherwise now, or for the first time. */
        SEGMENT,
        /** The same of a segment that the profile does not have any more. */
        SEGMENT_GONE,
        /** The thresholds that followed what sales can take, because the profile's were edited. */
        THRESHOLDS
    }

    static Loss of(What what) {
        return new Loss(what, null);
    }

    /** In words that go on from "Not carried over:". */
    public String words() {
        return switch (what) {
            case COMPONENT_WEIGHTS -> "the learnt weights of the components (the profile gives them others)";
            case SIGNAL_EDITED -> "the learnt weight of " + name + " (its value is made otherwise now)";
            case SIGNAL_WEIGHT -> "the learnt weight of " + name + " (the profile gives it another)";
            case SIGNAL_GONE -> name + " (it is not in the profile any more)";
            case COHORTS -> "what was learnt of the cohorts by " + name + " (they are divided otherwise now)";
            case PROBABILITY ->
                "the close probability: every lead has the base rate until the weekly job has learnt anew";
            case SEGMENT ->
                "weights of segment " + name + " of its own (its leads are told otherwise now, or for the first time)";
            case SEGMENT_GONE -> "the own weights of segment " + name + " (it is not in the profile any more)";
            case THRESHOLDS -> "the thresholds that followed what sales can take (the profile's were edited)";
        };
    }
}
