package io.leadscore.actions;

import io.leadscore.ledger.ActionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code jobs/actions.yml} says.
 *
 * @param margin how many points below a threshold a lead has to be to have left its priority, 0 to 50
 * @param enterMargin how many points above a threshold it has to be to have come to it, 0 to 50
 * @param massShare how many percent of all leads may set something off because of other weights alone, 0 to 100
 * @param bulkAbove from more new contacts than this in a run none of them sets anything off
 * @param highPerOwnerAndDay how many new High leads an owner gets a day, the best first; 0: all
 * @param workingHours when people work, and whose days are counted
 * @param timeBudget how long a run may act, 10 s to 1 h
 * @param lookAfter how long after a call of which no answer came HubSpot is asked what became of it, 10 s to 10 min
 * @param owners who gets leads; none: every owner of the account who is a person
 * @param notifying how people are told
 * @param rules what sets what off
 */
public record ActionSettings(
        int margin,
        int enterMargin,
        double massShare,
        int bulkAbove,
        int highPerOwnerAndDay,
        WorkingHours workingHours,
        Duration timeBudget,
        Duration lookAfter,
        List<Assignee> owners,
        Notifying notifying,
        List<ActionRule> rules) {

    /** What a file that says nothing means: nothing is ever done. */
    public static final ActionSettings NONE = new ActionSettings(
            5,
            0,
            2,
            200,
            0,
            WorkingHours.DEFAULT,
            Duration.ofSeconds(120),
            Duration.ofSeconds(60),
            List.of(),
            Notifying.DEFAULT,
            List.of());

    public ActionSettings {
        Check.between("margin", margin, 0, 50);
        Check.between("enter-margin", enterMargin, 0, 50);
        Check.between("mass-share", massShare, 0, 100);
        Check.between("bulk-above", bulkAbove, 0, 1_000_000);
        Check.between("high-per-owner-and-day", highPerOwnerAndDay, 0, 100_000);
        Check.between("time-budget", timeBudget, Duration.ofSeconds(10), Duration.ofHours(1));
        Check.between("look-after", lookAfter, Duration.ofSeconds(10), Duration.ofMinutes(10));
        owners = List.copyOf(owners);
        rules = List.copyOf(rules);
        Set<Long> ids = new HashSet<>();
        owners.forEach(owner -> Check.require(ids.add(owner.id()), "owners must name " + owner.id() + " once only"));
        Set<String> names = new HashSet<>();
        rules.forEach(rule ->
                Check.require(names.add(rule.name()), "rules must not use the name '" + rule.name() + "' twice"));
    }

    /** The same with other rules. */
    public ActionSettings withRules(List<ActionRule> others) {
        return new ActionSettings(
                margin,
                enterMargin,
                massShare,
                bulkAbove,
                highPerOwnerAndDay,
                workingHours,
                timeBudget,
                lookAfter,
                owners,
                notifying,
                others);
    }

    /** Whether it matters to any rule who owns a lead. */
    boolean asksForOwners() {
        return highPerOwnerAndDay > 0
                || rules.stream()
                        .anyMatch(rule -> rule.when().owned() != null
                                || rule.steps().stream().anyMatch(step -> step.kind() == ActionKind.ASSIGN));
    }

    Hysteresis hysteresis() {
        return new Hysteresis(margin, enterMargin);
    }

    /** When a step that is set off now is to be done: at once, or with the next digest. */
    Instant dueAt(Step step, Instant now) {
        return step.digest() ? workingHours.next(now, notifying.digestAt()) : now;
    }

    /** Whether a rule keeps leads on lists, wherever they are and however they came there. */
    boolean keepsLists() {
        return rules.stream().anyMatch(rule -> rule.steps().stream().anyMatch(step -> step instanceof Step.Nurture));
    }

    /** A rule; null when there is none of that name. */
    @Nullable
    ActionRule rule(String name) {
        return rules.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** A step of a rule; null when there is no such rule, or it has fewer steps. */
    @Nullable
    Step step(String rule, int step) {
        for (ActionRule one : rules) {
            if (one.name().equals(rule)) {
                return step < one.steps().size() ? one.steps().get(step) : null;
            }
        }
        return null;
    }
}
