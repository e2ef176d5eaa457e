package io.leadscore.hubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Creates the property group and our properties where they are missing. */
final class PropertySetup {

    static final String GROUP = "leadscore";
    private static final String GROUP_LABEL = "Leadscore";
    private static final String CONTACTS = "contacts";

    private final HubSpotApi api;
    private final Calls calls;
    private final String version;

    PropertySetup(HubSpotApi api, Calls calls, String version) {
        this.api = api;
        this.calls = calls;
        this.version = version;
    }

    SetupResult run(boolean dryRun) {
        Map<String, Property> found = found();
        if (dryRun && !found.keySet().containsAll(ScoreProperty.names())) {
            // Whoever is told that something is missing has work to do: an answer that was cut is no reason for it.
            calls.pauseBeforeAskingAgain(1);
            found = found();
        }
        boolean groupMissing = isGroupMissing();
        if (groupMissing && !dryRun) {
            createGroup();
        }
        List<String> created = new ArrayList<>();
        List<String> existing = new ArrayList<>();
        List<PropertyMismatch> mismatched = new ArrayList<>();
        for (ScoreProperty wanted : ScoreProperty.values()) {
            Property there = found.get(wanted.propertyName());
            if (there == null) {
                // An archived property comes back by this, as it was when it was archived.
                there = dryRun ? definition(wanted) : create(wanted);
                created.add(wanted.propertyName());
            } else {
                existing.add(wanted.propertyName());
            }
            PropertyMismatch mismatch = mismatch(wanted, there);
            if (mismatch != null) {
                mismatched.add(mismatch);
                existing.remove(wanted.propertyName());
            }
        }
        return new SetupResult(dryRun, groupMissing, created, existing, mismatched);
    }

    private Map<String, Property> found() {
        return calls
                .call(Family.PROPERTIES, () -> api.properties(version, CONTACTS), Properties::isReadable)
                .body()
                .definitions()
                .stream()
                .filter(property -> property.name() != null && !Boolean.TRUE.equals(property.archived()))
                .collect(Collectors.toMap(
                        property -> String.valueOf(property.name()), Function.identity(), (one, other) -> one));
    }

    private boolean isGroupMissing() {
        try {
            PropertyGroup group = calls.callOrRefusal(
                            Family.PROPERTIES, () -> api.contactPropertyGroup(version, GROUP), answer -> true)
                    .body();
            return Boolean.TRUE.equals(group.archived());
        } catch (FailedCall refusal) {
            if (refusal.isMissing()) {
                return true;
            }
            throw calls.translate(refusal);
        }
    }

    private void createGroup() {
        try {
            calls.callOrRefusal(
                    Family.PROPERTIES,
                    () -> api.createContactPropertyGroup(version, new PropertyGroup(GROUP, GROUP_LABEL, null)),
                    answer -> true);
        } catch (FailedCall refusal) {
            if (refusal.status() != 409) {
                throw calls.translate(refusal);
            }
        }
    }

    private Property create(ScoreProperty wanted) {
        try {
            return calls.callOrRefusal(
                            Family.PROPERTIES,
                            () -> api.createContactProperty(version, definition(wanted)),
                            answer -> true)
                    .body();
        } catch (FailedCall refusal) {
            if (refusal.status() != 409) {
                throw calls.translate(refusal);
            }
            return calls.call(
                            Family.PROPERTIES,
                            () -> api.contactProperty(version, wanted.propertyName()),
                            answer -> answer.type() != null)
                    .body();
        }
    }

    private static Property definition(ScoreProperty wanted) {
        List<String> values = wanted.options();
        List<Property.Option> options = values.isEmpty()
                ? null
                : IntStream.range(0, values.size())
                        .mapToObj(order -> new Property.Option(values.get(order), values.get(order), order, false))
                        .toList();
        return new Property(
                wanted.propertyName(),
                wanted.label(),
                GROUP,
                wanted.type(),
                wanted.fieldType(),
                wanted.description(),
                options,
                null,
                null,
                null,
                null,
                null);
    }

    /** More options than ours do no harm; a field type only changes how forms show the property. */
    private static @Nullable PropertyMismatch mismatch(ScoreProperty wanted, Property there) {
        boolean fits = there.type() == null
                || (wanted.type().equals(there.type()) && there.optionValues().containsAll(wanted.options()));
        return fits
                ? null
                : new PropertyMismatch(
                        wanted.propertyName(),
                        describe(wanted.type(), wanted.options()),
                        describe(String.valueOf(there.type()), there.optionValues()));
    }

    private static String describe(String type, List<String> options) {
        return options.isEmpty() ? type : type + " with options " + String.join(", ", options);
    }
}
