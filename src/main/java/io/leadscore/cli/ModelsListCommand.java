package io.leadscore.cli;

import io.leadscore.learning.Difference;
import io.leadscore.learning.ModelMetrics;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.StoredWeightSet;
import io.leadscore.ledger.WeightSets;
import io.leadscore.scoring.CarriedOver;
import io.leadscore.scoring.ComponentWeights;
import io.leadscore.settings.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the weight sets. */
@Command(
        name = "list",
        description = {
            "Lists the weight sets that leads are, were or may be scored by, newest first.",
            "ROC AUC: the chance that a won deal was ranked above a lost one, on deals that nothing was learnt from; GAIN: by",
            "how much more than by the weights that were live then."
        })
final class ModelsListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ModelsListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return list(surroundings, json);
    }

    static int list(Surroundings surroundings, boolean json) {
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        List<StoredWeightSet> stored;
        try (Rooms rooms = Rooms.openToRead(settings, surroundings.clock())) {
            stored = new ArrayList<>(
                    rooms.door(WeightSets.class).list(KnownAccount.of(settings, rooms.door(AccountState.class))));
        }
        Collections.reverse(stored);
        List<Model> models = stored.stream().map(Model::new).toList();
        if (json) {
            JsonOut.print(surroundings.out(), models.stream().map(ModelJson::of).toList());
        } else if (models.isEmpty()) {
            surroundings
                    .out()
                    .println("There is no weight set yet; scripts/leadscore run delta-scoring makes the first.");
        } else {
            surroundings.out().print(table(models));
        }
        return ExitCode.DONE.number();
    }

    private static String table(List<Model> models) {
        TextTable table = new TextTable(
                "ID",
                "LABEL",
                "MADE (UTC)",
                "ORIGIN",
                "FIT",
                "ENGAGEMENT",
                "OUTCOME",
                "RECENCY",
                "ENOUGH DATA",
                "ROC AUC",
                "GAIN",
                "VERDICT",
                "STATE");
        for (Model model : models) {
            ComponentWeights weights = model.weights().spread();
            ModelMetrics metrics = model.metrics();
            Difference gain = model.gain();
            table.row(
                    model.weights().id(),
                    model.label(),
                    Moment.minute(model.made()),
                    model.origin(),
                    percent(weights.fit()),
                    percent(weights.engagement()),
                    percent(weights.outcome()),
                    percent(weights.recency()),
                    model.weights().calibration().enoughData() ? "yes" : "no",
                    metrics == null
                            ? "-"
                            : EvaluationTables.three(metrics.rocAuc().value()),
                    gain == null ? "-" : EvaluationTables.signed(gain.value()),
                    model.verdict(),
                    model.state());
        }
        StringBuilder text = new StringBuilder(table.render());
        for (Model model : models) {
            CarriedOver carried = model.carriedOver();
            if (carried != null && model.stored().live()) {
                text.append('\n').append(model.label()).append(": ");
                text.append(CleanText.of(String.join(" ", carried.sentences()))).append('\n');
            }
        }
        return text.toString();
    }

    private static String percent(double percent) {
        return String.format(Locale.ROOT, "%.1f", percent);
    }
}
