package io.leadscore.settings;

import io.leadscore.actions.Absence;
import io.leadscore.actions.ActionRule;
import io.leadscore.actions.ActionSettings;
import io.leadscore.actions.Assignee;
import io.leadscore.actions.ChannelSettings;
import io.leadscore.actions.CompanySizes;
import io.leadscore.actions.Notifying;
import io.leadscore.actions.Step;
import io.leadscore.actions.WorkingHours;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code jobs/actions.yml}, strictly: whatever is not understood, or could not be done, is refused with its line. */
final class ActionFile {

    private static final Map<String, DayOfWeek> DAYS = days();

    private final Refusals refusals;
    private final ChannelSettings channels;

    private ActionFile(Refusals refusals, ChannelSettings channels) {
        this.refusals = refusals;
        this.channels = channels;
    }

    /**
     * What a file says.
     *
     * @param workflow what {@code HUBSPOT_HIGH_PRIORITY_WORKFLOW_ID} is set to; null: nothing
     * @param channels how people can be told
     * @throws SettingsException when it says something wrong
     */
    static ActionSettings read(JobFile file, @Nullable Long workflow, ChannelSettings channels) {
        YAMLMapper mapper = ProfileYaml.mapper()
                .rebuild()
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .build();
        YamlDocument document = YamlDocument.read(file.origin(), "the file", file.text(), mapper);
        ActionYaml yaml = document.as(ActionYaml.class, mapper);
        return new ActionFile(new Refusals(document.refusal(), document.lines()), channels).settings(yaml, workflow);
    }

    private ActionSettings settings(ActionYaml yaml, @Nullable Long workflow) {
        ActionSettings none = ActionSettings.NONE;
        Integer perDay = yaml.capacity() == null ? null : yaml.capacity().highPerOwnerAndDay();
        WorkingHours hours = yaml.workingHours() == null ? none.workingHours() : hours(yaml.workingHours());
        Notifying notifying = yaml.notifying() == null ? none.notifying() : notifying(yaml.notifying());
        List<Assignee> owners = owners(Objects.requireNonNullElse(yaml.owners(), List.of()));
        List<ActionRule> rules = rules(Objects.requireNonNullElse(yaml.rules(), List.of()), owners);
        if (workflow != null) {
            rules.add(0, ActionRule.enrolling(workflow));
        }
        return refusals.at(
                "",
                () -> new ActionSettings(
                        Objects.requireNonNullElse(yaml.margin(), none.margin()),
                        Objects.requireNonNullElse(yaml.enterMargin(), none.enterMargin()),
                        Objects.requireNonNullElse(yaml.massShare(), none.massShare()),
                        Objects.requireNonNullElse(yaml.bulkAbove(), none.bulkAbove()),
                        Objects.requireNonNullElse(perDay, none.highPerOwnerAndDay()),
                        hours,
                        Objects.requireNonNullElse(yaml.timeBudget(), none.timeBudget()),
                        Objects.requireNonNullElse(yaml.lookAfter(), none.lookAfter()),
                        owners,
                        notifying,
                        rules));
    }

    private WorkingHours hours(ActionYaml.Hours yaml) {
        WorkingHours none = WorkingHours.DEFAULT;
        String path = "working-hours";
        Set<DayOfWeek> days = yaml.days() == null ? none.days() : EnumSet.noneOf(DayOfWeek.class);
        if (yaml.days() != null) {
            for (String day : yaml.days()) {
                days.add(refusals.word(path + ".days", day, DAYS));
            }
        }
        return refusals.at(
                path,
                () -> new WorkingHours(
                        yaml.timeZone() == null ? none.timeZone() : zone(yaml.timeZone()),
                        days,
                        refusals.time(path + ".from", yaml.from(), none.from()),
                        refusals.time(path + ".to", yaml.to(), none.to())));
    }

    /** Abbreviations and offsets are refused, for they know no summer time. */
    private ZoneId zone(String said) {
        if (!said.equals("UTC") && !ZoneId.getAvailableZoneIds().contains(said)) {
            throw refusals.refuse(
                    "working-hours.time-zone", "must be a time zone such as Europe/Berlin, not '" + said + "'");
        }
        return ZoneId.of(said);
    }

    private Notifying notifying(ActionYaml.Notify yaml) {
        Notifying none = Notifying.DEFAULT;
        return refusals.at(
                "notify",
                () -> new Notifying(
                        yaml.recordLinkBase() == null ? none.recordLinkBase() : link(yaml.recordLinkBase()),
                        refusals.time("notify.digest-at", yaml.digestAt(), none.digestAt())));
    }

    private URI link(String said) {
        try {
            return URI.create(said);
        } catch (IllegalArgumentException e) {
            throw refusals.refuse("notify.record-link-base", "must be an http or https URL with a host");
        }
    }

    private List<Assignee> owners(List<ActionYaml.Owner> said) {
        List<Assignee> owners = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            String path = "owners[" + i + "]";
            ActionYaml.Owner yaml = refusals.given(path, said.get(i));
            List<String> territories = Objects.requireNonNullElse(yaml.territories(), List.of());
            if (territories.stream().anyMatch(territory -> territory.contains("-"))) {
                throw refusals.refuse(
                        path + ".territories", "must be countries such as DE: states are not mirrored yet");
            }
            long id = refusals.needed(path, "id", yaml.id());
            List<CompanySizes> sizes = Objects.requireNonNullElse(yaml.sizes(), List.<String>of()).stream()
                    .map(text -> refusals.at(path, () -> CompanySizes.of(text)))
                    .toList();
            List<Absence> absent = absent(path, Objects.requireNonNullElse(yaml.absent(), List.of()));
            owners.add(refusals.at(
                    path,
                    () -> new Assignee(
                            id, Objects.requireNonNullElse(yaml.weight(), 1.0), territories, sizes, absent)));
        }
        return owners;
    }

    private List<Absence> absent(String owner, List<ActionYaml.Absent> said) {
        List<Absence> absent = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            String path = owner + ".absent[" + i + "]";
            ActionYaml.Absent yaml = refusals.given(path, said.get(i));
            absent.add(refusals.at(
                    path,
                    () -> new Absence(refusals.day(path, "from", yaml.from()), refusals.day(path, "to", yaml.to()))));
        }
        return absent;
    }

    private List<ActionRule> rules(List<ActionYaml.Rule> said, List<Assignee> owners) {
        ActionRuleReading reading = new ActionRuleReading(refusals, channels);
        List<ActionRule> rules = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            String path = "rules[" + i + "]";
            ActionRule rule = reading.rule(path, said.get(i));
            for (Step step : rule.steps()) {
                if (step instanceof Step.Assign assign) {
                    checkPolicy(path, assign.by(), owners);
                }
            }
            rules.add(rule);
        }
        return rules;
    }

    private void checkPolicy(String path, Step.Policy policy, List<Assignee> owners) {
        if (policy == Step.Policy.TERRITORY
                && owners.stream().allMatch(owner -> owner.territories().isEmpty())) {
            throw refusals.refuse(path + ".do", "needs territories of an owner to assign by territory");
        }
        if (policy == Step.Policy.SIZE
                && owners.stream().allMatch(owner -> owner.sizes().isEmpty())) {
            throw refusals.refuse(path + ".do", "needs sizes of an owner to assign by size");
        }
    }

    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> days = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name().substring(0, 3).toLowerCase(Locale.ROOT), day);
        }
        return days;
    }
}
