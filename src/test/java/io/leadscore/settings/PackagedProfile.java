package io.leadscore.settings;

import io.leadscore.scoring.OutcomeKind;
import io.leadscore.scoring.OutcomeRules;
import io.leadscore.scoring.ScoringProfile;
import java.time.Duration;
import java.util.List;

/** The packaged scoring profile for accounts that take something else for success. */
public final class PackagedProfile {

    private PackagedProfile() {}

    /** With that outcome within 90 days, and without signals of the account's own. */
    public static ScoringProfile with(OutcomeKind outcome) {
        ScoringProfile packaged = ScoringProfileFile.packaged();
        return new ScoringProfile(
                packaged.weights(),
                packaged.thresholds(),
                packaged.timeStep(),
                packaged.machineWindow(),
                packaged.idealClient(),
                packaged.signals(),
                packaged.queue(),
                packaged.nextBestAction(),
                new OutcomeRules(20, 0.1, 20, Duration.ofDays(90), outcome),
                List.of(),
                packaged.aiRules());
    }
}
