package io.leadscore.cli;

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
            "Creates the property group and the properties that Leadscore writes, in HubSpot.",
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
        Logs.toFileIn(settings.home());
        SetupResult result;
        try (HubSpot hubSpot = HubSpot.create(settings.hubSpot(), surroundings.clock())) {
            result = hubSpot.setUp(dryRun);
        }
        if (json) {
            JsonOut.print(surroundings.out(), result);
        } else {
            surroundings.out().print(text(result));
        }
        return (result.mismatched().isEmpty() ? ExitCode.DONE : ExitCode.CONFIGURATION_WRONG).number();
    }

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
