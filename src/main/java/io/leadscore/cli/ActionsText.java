package io.leadscore.cli;

import io.leadscore.actions.LeadPlan;
import io.leadscore.actions.RulePlan;
import io.leadscore.ledger.ActionCount;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code actions plan} says to people. */
final class ActionsText {

    private static final String NO_RULES =
            "There is no rule, so nothing is set off. The comments in jobs/actions.yml say how to write one.\n";

    private ActionsText() {}

    static String outbox(List<ActionCount> counts) {
        if (counts.isEmpty()) {
            return "The outbox is empty: nothing was set off yet.\n";
        }
        TextTable table = new TextTable(
                "OUTBOX", "IN LINE", "PENDING", "SENT", "DONE", "FAILED", "UNKNOWN", "CANCELLED", "DISMISSED", "HELD");
        for (ActionKind kind : ActionKind.values()) {
            Map<ActionState, Long> states = new EnumMap<>(ActionState.class);
            counts.stream()
                    .filter(count -> count.kind() == kind)
                    .forEach(count -> states.put(count.state(), count.actions()));
            if (!states.isEmpty()) {
                List<Object> cells = new ArrayList<>();
                cells.add(ActionsListCommand.word(kind));
                for (ActionState state : ActionState.values()) {
                    cells.add(states.getOrDefault(state, 0L));
                }
                table.row(cells.toArray());
            }
        }
        return table.render();
    }

    static String rules(List<RulePlan> rules) {
        if (rules.isEmpty()) {
            return NO_RULES;
        }
        TextTable table = new TextTable("RULE", "SET OFF", "READY", "SILENT", "RESTING", "HELD OUT", "OWNER");
        StringBuilder best = new StringBuilder();
        for (RulePlan rule : rules) {
            Map<LeadPlan.Reason, Long> leads = rule.leads();
            table.row(
                    rule.rule(),
                    leads.getOrDefault(LeadPlan.Reason.ACTED, 0L),
                    leads.getOrDefault(LeadPlan.Reason.READY, 0L),
                    leads.getOrDefault(LeadPlan.Reason.SILENT, 0L),
                    leads.getOrDefault(LeadPlan.Reason.COOLING_DOWN, 0L),
                    leads.getOrDefault(LeadPlan.Reason.HELD_OUT, 0L),
                    leads.getOrDefault(LeadPlan.Reason.OWNER, 0L));
            if (!rule.best().isEmpty()) {
                best.append('\n')
                        .append(CleanText.of(rule.rule()))
                        .append(": the best leads that stand where it wants them\n")
                        .append(leads(rule.best()));
            }
        }
        return table.render() + best;
    }

    private static String leads(List<LeadPlan> leads) {
        TextTable table = new TextTable("CONTACT", "POINTS", "STANDS", "SINCE (UTC)", "WHY");
        leads.forEach(lead -> table.row(
                lead.contactId(),
                lead.points(),
                lead.stands().label(),
                Moment.minute(lead.since()),
                lead.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + lead.sentence()));
        return table.render();
    }

    static String lead(Map<String, LeadPlan> plans) {
        if (plans.isEmpty()) {
            return NO_RULES;
        }
        LeadPlan any = plans.values().iterator().next();
        TextTable table = new TextTable("RULE", "WHY");
        plans.forEach((rule, plan) -> table.row(
                rule, plan.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + plan.sentence()));
        return "Contact " + any.contactId() + ": " + any.points() + " points, stands at "
                + any.stands().label() + " since " + Moment.minute(any.since()) + " UTC.\n" + table.render();
    }
}
