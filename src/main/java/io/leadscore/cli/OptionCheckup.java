package io.leadscore.cli;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.PropertyDefinition;
import io.leadscore.hubspot.PropertyOption;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.OptionText;
import io.leadscore.scoring.ListedOptions;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.settings.Nearest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds the options that the scoring profile lists against those that HubSpot has; writes nothing. */
final class OptionCheckup {

    private static final String SUBJECT = "options";
    private static final String CALLS = "hs_call_disposition";
    private static final String MEETINGS = "hs_meeting_outcome";

    private final HubSpot hubSpot;
    private final ScoringProfile profile;
    private final BiFunction<ObjectType, PropertyOption, Long> mirrored;
    private final Map<ObjectType, List<PropertyDefinition>> read = new EnumMap<>(ObjectType.class);

    /** @param mirrored how many calls or meetings of an outcome the ledger has */
    OptionCheckup(HubSpot hubSpot, ScoringProfile profile, BiFunction<ObjectType, PropertyOption, Long> mirrored) {
        this.hubSpot = hubSpot;
        this.profile = profile;
        this.mirrored = mirrored;
    }

    List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        for (ListedOptions list : ListedOptions.of(profile)) {
            PropertyDefinition definition = definition(list.objectType(), list.property());
            if (definition != null && !definition.options().isEmpty()) {
                list.options().forEach(option -> addUnknown(findings, list, option, definition.options()));
            }
        }
        addUnlisted(findings, ObjectType.CALLS, CALLS, "call-outcomes", value -> profile.callOutcome(value) != null);
        addUnlisted(
                findings,
                ObjectType.MEETINGS,
                MEETINGS,
                "meeting-outcomes",
                value -> profile.meetingOutcome(value) != null);
        return findings.isEmpty()
                ? List.of(Finding.ok(SUBJECT, "all that scoring-profile.yml lists are HubSpot's"))
                : findings;
    }

    private static void addUnknown(
            List<Finding> findings, ListedOptions list, String listed, List<PropertyOption> options) {
        String wanted = OptionText.of(listed);
        boolean byLabel = list.property().equals(CALLS) || list.property().equals(MEETINGS);
        boolean known = options.stream()
                .anyMatch(option -> OptionText.of(option.value()).equals(wanted)
                        || (byLabel && OptionText.of(option.label()).equalsIgnoreCase(wanted)));
        if (known) {
            return;
        }
        PropertyOption meant = meant(wanted, options);
        findings.add(Finding.warn(
                SUBJECT,
                list.key() + " lists " + listed + ", which is no option of the "
                        + list.objectType().apiName() + " property " + list.property() + ".",
                meant == null
                        ? "Correct it in scoring-profile.yml by HubSpot's internal value, or take it out."
                        : "Write " + meant.value() + " instead, HubSpot's internal value of \"" + meant.label()
                                + "\"."));
    }

    /** The option whose label is listed, or whose internal value or label is spelt nearly so. */
    private static @Nullable PropertyOption meant(String listed, List<PropertyOption> options) {
        for (PropertyOption option : options) {
            if (OptionText.of(option.label()).equalsIgnoreCase(listed)) {
                return option;
            }
        }
        String near = Nearest.to(
                listed,
                options.stream()
                        .flatMap(option -> Stream.of(option.value(), option.label()))
                        .toList());
        return options.stream()
                .filter(option -> option.value().equals(near) || option.label().equals(near))
                .findFirst()
                .orElse(null);
    }

    /** The account's own outcomes, of which the profile does not say what they mean. */
    private void addUnlisted(
            List<Finding> findings, ObjectType type, String property, String key, Predicate<String> isListed) {
        PropertyDefinition definition = definition(type, property);
        for (PropertyOption option : definition == null ? List.<PropertyOption>of() : definition.options()) {
            String label = OptionText.of(option.label());
            boolean listed = isListed.test(OptionText.of(option.value()))
                    || ListedOptions.of(profile).stream()
                            .filter(list -> list.property().equals(property))
                            .flatMap(list -> list.options().stream())
                            .anyMatch(label::equalsIgnoreCase);
            if (!listed) {
                findings.add(Finding.warn(
                        SUBJECT,
                        "the outcome \"" + option.label() + "\" (" + option.value() + ") of " + type.apiName()
                                + " is not in " + key + ": "
                                + Numbers.grouped(mirrored.apply(type, option)) + " of it count neither for nor"
                                + " against a lead.",
                        "Say under " + key + " in scoring-profile.yml what it means."));
            }
        }
    }

    private @Nullable PropertyDefinition definition(ObjectType type, String property) {
        return read.computeIfAbsent(type, hubSpot::properties).stream()
                .filter(definition -> definition.name().equals(property))
                .findFirst()
                .orElse(null);
    }
}
