package io.leadscore.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code jobs/actions.yml} as it is written; whatever may be left out is null. */
record ActionYaml(
        @Nullable Integer margin,
        @Nullable Integer enterMargin,
        @Nullable Double massShare,
        @Nullable Integer bulkAbove,
        @Nullable Capacity capacity,
        @Nullable Hours workingHours,
        @Nullable Duration timeBudget,
        @Nullable Duration lookAfter,
        @Nullable List<Owner> owners,
        @JsonProperty("notify") @Nullable Notify notifying,
        @Nullable List<Rule> rules) {

    record Capacity(@Nullable Integer highPerOwnerAndDay) {}

    record Hours(
            @Nullable String timeZone,
            @Nullable List<String> days,
            @Nullable String from,
            @Nullable String to) {}

    record Owner(
            @Nullable Long id,
            @Nullable Double weight,
            @Nullable List<String> territories,
            @Nullable List<String> sizes,
            @Nullable List<Absent> absent) {}

    record Absent(@Nullable String from, @Nullable String to) {}

    record Notify(@Nullable String recordLinkBase, @Nullable String digestAt) {}

    record Rule(
            @Nullable String name,
            @Nullable When when,
            @Nullable Duration coolDown,
            @JsonProperty("do") @Nullable List<Step> steps) {}

    record When(
            @Nullable List<String> entered,
            @Nullable List<String> left,
            @Nullable String nextBestAction,
            @Nullable String owner,
            @Nullable String holdout) {}

    record Step(
            @Nullable Assign assign,
            @Nullable Task task,
            @Nullable Note note,
            @Nullable Nurture nurture,
            @Nullable Listed list,
            @Nullable Enrol enrol,
            @JsonProperty("notify") @Nullable Told told) {}

    record Assign(@Nullable String by) {}

    record Task(@Nullable Duration dueIn, @Nullable String type) {}

    record Note() {}

    record Nurture(
            @Nullable String high,
            @Nullable String medium,
            @Nullable String low) {}

    record Listed(@Nullable String name) {}

    record Enrol(@Nullable Long workflow) {}

    record Told(
            @Nullable String email,
            @Nullable Boolean slack,
            @Nullable Boolean digest) {}
}
