package io.leadscore.recalibration;

import io.leadscore.lead.ObjectType;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which custom signals can be read: those whose property the live profile declares, for only these are pulled. */
final class MirroredSignals {

    private final Set<Property> mirrored;

    MirroredSignals(ScoringProfile live) {
        this.mirrored = live.customSignals().stream().map(Property::of).collect(Collectors.toSet());
    }

    /** The profile without the signals that cannot be read; their share goes to the others of their component. */
    ScoringProfile readable(ScoringProfile profile) {
        return profile.withCustomSignals(
                profile.customSignals().stream().filter(this::isMirrored).toList());
    }

    /** The properties that cannot be read, such as {@code tier of companies}, in alphabetical order. */
    List<String> missing(ScoringProfile profile) {
        Set<String> missing = new TreeSet<>();
        profile.customSignals().stream()
                .filter(signal -> !isMirrored(signal))
                .forEach(signal -> missing.add(
                        signal.property() + " of " + signal.objectType().name().toLowerCase(Locale.ROOT)));
        return List.copyOf(missing);
    }

    private boolean isMirrored(CustomSignal signal) {
        return mirrored.contains(Property.of(signal));
    }

    private record Property(ObjectType object, String name) {

        static Property of(CustomSignal signal) {
            return new Property(signal.objectType(), signal.property());
        }
    }
}
