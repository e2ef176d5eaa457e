package io.leadscore.cli;

import io.leadscore.actions.ActionConfiguration;
import io.leadscore.actions.ActionPlan;
import io.leadscore.actions.ActionSettings;
import io.leadscore.actions.LeadPlan;
import io.leadscore.actions.RulePlan;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.ActionCount;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.report.KpiConfiguration;
import io.leadscore.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what the rules mean for the leads as they stand. */
@Command(
        name = "plan",
        description = {
            "Shows what is in the outbox, and what each rule in jobs/actions.yml means for the leads as they stand, and why;",
            "does nothing. A rule is set off by a lead that moves, never by one that stands: see the columns.",
            "SET OFF: came there, and the rule did something. READY: elsewhere; the rule does something when it moves so.",
            "SILENT: came there by a first sync, a bulk import, other weights alone, or before the rule. RESTING: cool-down.",
            "HELD OUT: in the holdout. OWNER: has an owner, or none, and the rule is about the others."
        })
final class ActionsPlanCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--contact", paramLabel = "<id>", description = "Show what each rule means for one contact's lead.")
    private @Nullable Long contactId;

    @Option(
            names = "--leads",
            paramLabel = "<n>",
            defaultValue = "5",
            description = "How many leads to name for each rule (default: ${DEFAULT-VALUE}).")
    private int leads;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ActionsPlanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        ActionSettings actions = settings.actions();
        Logs.toFileIn(settings.home());
        try (Rooms rooms = Rooms.openToLook(
                settings,
                surroundings.clock(),
                LedgerConfiguration.class,
                KpiConfiguration.class,
                ActionConfiguration.class)) {
            long portalId = KnownAccount.of(settings, rooms.door(AccountState.class));
            ActionPlan plan = rooms.door(ActionPlan.class);
            if (contactId != null) {
                tell(contactId, actions, plan.lead(portalId, contactId));
            } else {
                tell(rooms.door(ActionBook.class).counts(portalId), plan.rules(portalId, Math.max(0, leads)));
            }
        }
        return ExitCode.DONE.number();
    }

    private void tell(List<ActionCount> outbox, List<RulePlan> rules) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("outbox", outbox);
            all.put("rules", rules);
            JsonOut.print(surroundings.out(), all);
        } else {
            surroundings.out().print(ActionsText.outbox(outbox));
            surroundings.out().println();
            surroundings.out().print(ActionsText.rules(rules));
        }
    }

    private void tell(long contact, ActionSettings actions, Map<String, LeadPlan> plans) {
        if (plans.isEmpty() && !actions.rules().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "There is no score of contact " + contact + ".",
                    "Check the id; a contact is scored by the first run after it appears in HubSpot.");
        }
        if (json) {
            JsonOut.print(surroundings.out(), plans);
        } else {
            surroundings.out().print(ActionsText.lead(plans));
        }
    }
}
