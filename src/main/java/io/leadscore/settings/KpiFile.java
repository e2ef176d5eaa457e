package io.leadscore.settings;

import io.leadscore.report.KpiSettings;
import java.util.Set;

/** Reads {@code kpi.yml}: what it does not say keeps its default. */
final class KpiFile {

    private static final Set<String> KEYS = Set.of("holdout-share", "window", "close-rate-goal", "close-time-goal");

    private KpiFile() {}

    static KpiSettings read(JobFile file) {
        StrictYaml yaml = StrictYaml.read(file, KEYS);
        KpiSettings defaults = KpiSettings.defaults();
        try {
            return new KpiSettings(
                    yaml.decimal("holdout-share", defaults.holdoutShare()),
                    yaml.duration("window", defaults.window()),
                    yaml.decimal("close-rate-goal", defaults.closeRateGoal()),
                    yaml.decimal("close-time-goal", defaults.closeTimeGoal()));
        } catch (IllegalArgumentException e) {
            throw yaml.unfit(e);
        }
    }
}
