package io.leadscore.cli;

import io.leadscore.actions.ActionRule;
import io.leadscore.actions.ActionSettings;
import io.leadscore.actions.Step;
import java.util.Set;
import java.util.TreeSet;

/**
 * What rules name of the account.
 *
 * @param nurtureLists static lists that are created when they are missing
 * @param otherLists static lists that must be there
 * @param workflows ids of workflows or flows that leads are enrolled in
 */
record ActionTargets(Set<String> nurtureLists, Set<String> otherLists, Set<Long> workflows) {

    static ActionTargets of(ActionSettings settings) {
        ActionTargets targets = new ActionTargets(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (ActionRule rule : settings.rules()) {
            for (Step step : rule.steps()) {
                if (step instanceof Step.Nurture nurture) {
                    targets.nurtureLists.addAll(nurture.lists().values());
                } else if (step instanceof Step.Listed listed) {
                    targets.otherLists.add(listed.list());
                } else if (step instanceof Step.Enrol enrol) {
                    targets.workflows.add(enrol.workflow());
                }
            }
        }
        targets.otherLists.removeAll(targets.nurtureLists);
        return targets;
    }
}
