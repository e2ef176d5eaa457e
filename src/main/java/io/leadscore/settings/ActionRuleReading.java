package io.leadscore.settings;

import io.leadscore.actions.ActionRule;
import io.leadscore.actions.ChannelSettings;
import io.leadscore.actions.Conditions;
import io.leadscore.actions.Step;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the rules of {@code jobs/actions.yml}. */
final class ActionRuleReading {

    private static final Duration DUE_IN = Duration.ofHours(4);

    private static final Map<String, Set<Priority>> PRIORITIES = priorities();
    private static final Map<String, NextBestAction> ACTIONS = actions();
    private static final Map<String, Boolean> OWNED = inOrder("missing", false, "present", true);
    private static final Map<String, Boolean> HELD_OUT = inOrder("excluded", false, "included", true);
    private static final Map<String, Step.Policy> POLICIES = policies();
    private static final Map<String, Step.TaskType> TASKS = tasks();

    private final Refusals refusals;
    private final ChannelSettings channels;

    ActionRuleReading(Refusals refusals, ChannelSettings channels) {
        this.refusals = refusals;
        this.channels = channels;
    }

    ActionRule rule(String path, ActionYaml.@Nullable Rule said) {
        ActionYaml.Rule yaml = refusals.given(path, said);
        Conditions when = when(path + ".when", refusals.needed(path, "when", yaml.when()));
        List<Step> steps = new ArrayList<>();
        List<ActionYaml.Step> listed = Objects.requireNonNullElse(yaml.steps(), List.of());
        for (int i = 0; i < listed.size(); i++) {
            String place = path + ".do[" + i + "]";
            steps.addAll(steps(place, refusals.given(place, listed.get(i))));
        }
        String name = refusals.needed(path, "name", yaml.name());
        Duration coolDown = Objects.requireNonNullElse(yaml.coolDown(), ActionRule.COOL_DOWN);
        return refusals.at(path, () -> new ActionRule(name, when, coolDown, steps));
    }

    private Conditions when(String path, ActionYaml.When yaml) {
        Set<Priority> entered = priorities(path + ".entered", yaml.entered());
        Set<Priority> left = priorities(path + ".left", yaml.left());
        NextBestAction action = yaml.nextBestAction() == null
                ? null
                : refusals.word(path + ".next-best-action", yaml.nextBestAction(), ACTIONS);
        Boolean owned = yaml.owner() == null ? null : refusals.word(path + ".owner", yaml.owner(), OWNED);
        boolean heldOut = refusals.word(path + ".holdout", yaml.holdout(), HELD_OUT, false);
        if (entered.isEmpty() && left.isEmpty() && action == null) {
            throw refusals.refuse(path, "must say entered, left or next-best-action");
        }
        return new Conditions(entered, left, action, owned, heldOut);
    }

    private Set<Priority> priorities(String path, @Nullable List<String> said) {
        Set<Priority> priorities = EnumSet.noneOf(Priority.class);
        if (said != null) {
            said.forEach(word -> priorities.addAll(refusals.word(path, word, PRIORITIES)));
        }
        return priorities;
    }

    /** To notify by e-mail and webhook is two things to do. */
    private List<Step> steps(String path, ActionYaml.Step yaml) {
        long said = Stream.of(
                        yaml.assign(), yaml.task(), yaml.note(), yaml.nurture(), yaml.list(), yaml.enrol(), yaml.told())
                .filter(Objects::nonNull)
                .count();
        if (said != 1) {
            throw refusals.refuse(path, "must be one of assign, task, note, nurture, list, enrol, notify");
        }
        if (yaml.told() != null) {
            return told(path + ".notify", yaml.told());
        }
        return List.of(step(path, yaml));
    }

    private Step step(String path, ActionYaml.Step yaml) {
        if (yaml.assign() != null) {
            String by = refusals.needed(path + ".assign", "by", yaml.assign().by());
            return new Step.Assign(refusals.word(path + ".assign.by", by, POLICIES));
        }
        if (yaml.task() != null) {
            Duration dueIn = Objects.requireNonNullElse(yaml.task().dueIn(), DUE_IN);
            Step.TaskType type = refusals.word(path + ".task.type", yaml.task().type(), TASKS, Step.TaskType.CALL);
            return refusals.at(path + ".task", () -> new Step.Task(dueIn, type));
        }
        if (yaml.nurture() != null) {
            Map<Priority, String> lists = lists(yaml.nurture());
            return refusals.at(path, () -> new Step.Nurture(lists));
        }
        if (yaml.list() != null) {
            String name = refusals.needed(path + ".list", "name", yaml.list().name());
            return refusals.at(path + ".list", () -> new Step.Listed(name));
        }
        if (yaml.enrol() != null) {
            long workflow =
                    refusals.needed(path + ".enrol", "workflow", yaml.enrol().workflow());
            return refusals.at(path + ".enrol", () -> new Step.Enrol(workflow));
        }
        return new Step.Note();
    }

    private static Map<Priority, String> lists(ActionYaml.Nurture yaml) {
        Map<Priority, String> lists = new EnumMap<>(Priority.class);
        put(lists, Priority.HIGH, yaml.high());
        put(lists, Priority.MEDIUM, yaml.medium());
        put(lists, Priority.LOW, yaml.low());
        return lists;
    }

    private static void put(Map<Priority, String> lists, Priority priority, @Nullable String list) {
        if (list != null) {
            lists.put(priority, list);
        }
    }

    private List<Step> told(String path, ActionYaml.Told yaml) {
        boolean digest = Boolean.TRUE.equals(yaml.digest());
        List<Step> steps = new ArrayList<>();
        String email = yaml.email();
        if (email != null) {
            if (channels.mailServer() == null) {
                throw refusals.refuse(path + ".email", "needs LEAD_SCORE_SMTP_HOST to be set");
            }
            String address = email.equals("owner") ? null : email;
            steps.add(refusals.at(path, () -> new Step.Mail(address, digest)));
        }
        if (Boolean.TRUE.equals(yaml.slack())) {
            if (channels.webhook() == null) {
                throw refusals.refuse(path + ".slack", "needs LEAD_SCORE_SLACK_WEBHOOK_URL to be set");
            }
            steps.add(new Step.Webhook(digest));
        }
        if (steps.isEmpty()) {
            throw refusals.refuse(path, "must say email: owner, email: an address, or slack: true");
        }
        return steps;
    }

    private static Map<String, Set<Priority>> priorities() {
        Map<String, Set<Priority>> words = new LinkedHashMap<>();
        for (Priority priority : Priority.values()) {
            words.put(priority.name().toLowerCase(Locale.ROOT), EnumSet.of(priority));
        }
        words.put("any", EnumSet.allOf(Priority.class));
        return words;
    }

    private static Map<String, NextBestAction> actions() {
        Map<String, NextBestAction> words = new LinkedHashMap<>();
        for (NextBestAction action : NextBestAction.values()) {
            words.put(action.label().toLowerCase(Locale.ROOT), action);
        }
        return words;
    }

    private static Map<String, Step.Policy> policies() {
        Map<String, Step.Policy> words = new LinkedHashMap<>();
        for (Step.Policy policy : Step.Policy.values()) {
            words.put(policy.name().toLowerCase(Locale.ROOT).replace('_', '-'), policy);
        }
        return words;
    }

    private static Map<String, Step.TaskType> tasks() {
        Map<String, Step.TaskType> words = new LinkedHashMap<>();
        for (Step.TaskType type : Step.TaskType.values()) {
            words.put(type.name().toLowerCase(Locale.ROOT), type);
        }
        return words;
    }

    private static <T> Map<String, T> inOrder(String one, T meansOne, String other, T meansOther) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(one, meansOne);
        words.put(other, meansOther);
        return words;
    }
}
