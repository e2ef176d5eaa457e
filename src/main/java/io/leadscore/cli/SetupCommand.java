package io.leadscore.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.leadscore.actions.ActionSettings;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.PropertyMismatch;
import io.leadscore.hubspot.SetupResult;
import io.leadscore.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the account ready to take scores. */
@Command(
        name = "setup",
        description = {
            "Creates the property group and the properties that Leadscore writes, in HubSpot, and the static lists that",
            "rules keep leads on. Says what to click for a workflow that starts when a lead becomes High.",
            "Repeatable: what exists is left alone."
        })
final class SetupCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--dry-run", description = "Only say what would be created.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    SetupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        Logs.toFileInNew(settings.home());
        ActionSettings actions = settings.actions();
        SetupResult result;
        ActionSetup lists;
        try (HubSpot hubSpot = HubSpot.create(settings.hubSpot(), surroundings.clock())) {
            result = hubSpot.setUp(dryRun);
            lists = ActionSetup.run(hubSpot, actions, dryRun);
        }
        if (json) {
            JsonOut.print(surroundings.out(), new Outcome(result, lists));
        } else {
            surroundings.out().print(text(result) + lists.text());
        }
        return (result.mismatched().isEmpty() && lists.wrong().isEmpty() ? ExitCode.DONE : ExitCode.CONFIGURATION_WRONG)
                .number();
    }

    /** For programs. */
    record Outcome(@JsonUnwrapped SetupResult properties, ActionSetup actions) {}

    static String text(SetupResult result) {
        StringBuilder text = new StringBuilder();
        String verb = result.dryRun() ? "to create" : "created";
        if (result.groupCreated()) {
            text.append(verb).append("  property group\n");
        }
        result.created()
                .forEach(name -> text.append(verb).append("  ").append(name).append('\n'));
        result.existing().forEach(name -> text.append("exists   ").append(name).append('\n'));
        for (PropertyMismatch wrong : result.mismatched()) {
            text.append("WRONG    %s is %s, but must be %s; archive it in HubSpot and repeat setup%n"
                    .formatted(wrong.name(), CleanText.of(wrong.found()), wrong.expected()));
        }
        return text.toString();
    }
}
