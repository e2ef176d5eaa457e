package io.leadscore.cli;

import io.leadscore.actions.ActionSettings;
import io.leadscore.actions.EnrolmentTargets;
import io.leadscore.actions.Trouble;
import io.leadscore.hubspot.ContactList;
import io.leadscore.hubspot.HubSpot;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules need in the account, and how a workflow is told of scores.
 *
 * @param dryRun whether nothing was created
 * @param created static lists that were created, or would be
 * @param existing lists that were there
 * @param wrong lists that HubSpot fills by filters, so that nobody can be added
 * @param workflow how to let a workflow enrol leads, line by line
 */
record ActionSetup(
        boolean dryRun, List<String> created, List<String> existing, List<String> wrong, List<String> workflow) {

    /** Creates the static lists that rules keep leads on, where they are missing. Safe to repeat. */
    static ActionSetup run(HubSpot hubSpot, ActionSettings settings, boolean dryRun) {
        ActionTargets targets = ActionTargets.of(settings);
        List<String> created = new ArrayList<>();
        List<String> existing = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String name : targets.nurtureLists()) {
            ContactList list = hubSpot.lists().find(name);
            if (list == null) {
                created.add(name);
                if (!dryRun) {
                    list = hubSpot.lists().findOrCreate(name);
                }
            } else {
                (list.dynamic() ? wrong : existing).add(name);
            }
        }
        return new ActionSetup(dryRun, created, existing, wrong, criteria(targets));
    }

    private static List<String> criteria(ActionTargets targets) {
        List<String> lines = new ArrayList<>(List.of(
                "To start a workflow when a lead becomes High, click in HubSpot:",
                "  Automation > Workflows > Create workflow > From scratch; object: Contact",
                "  Enrollment trigger: When filter criteria is met",
                "    Contact properties > AI lead priority (ai_lead_priority) > is any of > High",
                "  Re-enrollment: on, for the trigger AI lead priority is any of High",
                "  Review and turn on; say No to enrolling contacts that meet the criteria already"));
        List<String> lists = new ArrayList<>(targets.nurtureLists());
        lists.addAll(targets.otherLists());
        if (!lists.isEmpty()) {
            lines.add("To start one when a lead comes to a list, the same with this trigger, re-enrollment on:");
            lists.forEach(name -> lines.add("    List (segment) membership > is member of > " + name));
        }
        if (!targets.workflows().isEmpty()) {
            Trouble end = EnrolmentTargets.END_OF_SUPPORT;
            lines.add("Rules enrol in workflow "
                    + String.join(
                            ", ",
                            targets.workflows().stream().map(String::valueOf).toList()) + " themselves. "
                    + end.sentence() + " " + end.advice());
        }
        return lines;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        String verb = dryRun ? "to create" : "created";
        created.forEach(name ->
                text.append(verb).append("  list ").append(CleanText.of(name)).append('\n'));
        existing.forEach(
                name -> text.append("exists   list ").append(CleanText.of(name)).append('\n'));
        wrong.forEach(name -> text.append("WRONG    list ")
                .append(CleanText.of(name))
                .append(" is filled by filters; name a static one in jobs/actions.yml\n"));
        text.append('\n');
        workflow.forEach(line -> text.append(CleanText.of(line)).append('\n'));
        return text.toString();
    }
}
