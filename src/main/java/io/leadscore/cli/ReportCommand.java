package io.leadscore.cli;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.report.KpiConfiguration;
import io.leadscore.report.KpiReport;
import io.leadscore.report.Kpis;
import io.leadscore.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what Leadscore achieves, from the ledger alone. */
@Command(
        name = "report",
        description = {
            "Shows how scores spread, and whether leads are won more often and sooner.",
            "Leads acted on against those held out, and leads since Leadscore against those before. Asks HubSpot nothing."
        })
final class ReportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        try (Rooms rooms =
                Rooms.openToLook(settings, surroundings.clock(), LedgerConfiguration.class, KpiConfiguration.class)) {
            long portalId = KnownAccount.of(settings, rooms.door(AccountState.class));
            KpiReport report = rooms.door(Kpis.class).report(portalId);
            if (json) {
                JsonOut.print(surroundings.out(), report);
            } else {
                surroundings.out().print(ReportText.of(report));
            }
            return ExitCode.DONE.number();
        }
    }
}
