package io.leadscore.settings;

import io.leadscore.delta.DeltaSettings;
import io.leadscore.delta.WhenOverwritten;
import java.time.Duration;
import java.util.Set;

/** Reads {@code delta-scoring.yml}: what it does not say keeps its default. */
final class DeltaJobFile {

    private static final Set<String> KEYS = Set.of(
            "overlap",
            "audit-every",
            "audit-window",
            "quiet-search",
            "check-every",
            "resume-within",
            "quarantine",
            "pull-chunk",
            "score-chunk",
            "writers",
            "list-above",
            "when-overwritten",
            "history-calls");

    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(5);

    private DeltaJobFile() {}

    static DeltaSettings read(JobFile file, Duration updateInterval) {
        StrictYaml yaml = StrictYaml.read(file, KEYS);
        DeltaSettings defaults = DeltaSettings.defaults(USUAL_INTERVAL);
        try {
            return new DeltaSettings(
                    updateInterval,
                    yaml.duration("overlap", defaults.overlap()),
                    longer(yaml.duration("audit-every", defaults.auditEvery()), updateInterval),
                    yaml.duration("audit-window", defaults.auditWindow()),
                    yaml.duration("quiet-search", defaults.quietSearch()),
                    yaml.duration("check-every", defaults.checkEvery()),
                    yaml.duration("resume-within", defaults.resumeWithin()),
                    yaml.duration("quarantine", defaults.quarantine()),
                    yaml.count("pull-chunk", defaults.pullChunk()),
                    yaml.count("score-chunk", defaults.scoreChunk()),
                    yaml.count("writers", defaults.writers()),
                    yaml.number("list-above", defaults.listAbove()),
                    WhenOverwritten.of(yaml.text(
                            "when-overwritten", defaults.whenOverwritten().word())),
                    yaml.count("history-calls", defaults.historyCalls()));
        } catch (IllegalArgumentException e) {
            throw yaml.unfit(e);
        }
    }

    /** An audit cannot come more often than runs do; who runs once a day need not change the file for it. */
    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
