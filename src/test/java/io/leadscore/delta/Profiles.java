package io.leadscore.delta;

import io.leadscore.lead.ObjectType;
import io.leadscore.scoring.CallOutcome;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.ComponentWeights;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.IdealClient;
import io.leadscore.scoring.MeetingOutcome;
import io.leadscore.scoring.Preferences;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.settings.ScoringProfileFile;
import java.util.List;
import java.util.Map;

/** The packaged profile, edited. */
final class Profiles {

    private Profiles() {}

    /** With a category of contacts that makes up half of the fit. */
    static ScoringProfile withContactCategory(String name, String property, Map<String, Double> values) {
        ScoringProfile packaged = ScoringProfileFile.packaged();
        CustomSignal signal = new CustomSignal(
                name,
                ObjectType.CONTACTS,
                property,
                Component.FIT,
                CustomSignal.Kind.CATEGORY,
                50,
                null,
                values,
                null,
                null,
                null,
                null);
        return edited(packaged.weights(), List.of(signal));
    }

    /** With nothing but fit in the score. */
    static ScoringProfile withFitOnly() {
        return edited(new ComponentWeights(100, 0, 0, 0), List.of());
    }

    /** With meanings of the account's own outcomes of calls and meetings. */
    static ScoringProfile withOutcomes(Map<String, CallOutcome> calls, Map<String, MeetingOutcome> meetings) {
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
                packaged.outcome(),
                List.of(),
                packaged.aiRules(),
                calls,
                meetings,
                null);
    }

    /** With signals of the account's own. */
    static ScoringProfile withSignals(List<CustomSignal> signals) {
        return edited(ScoringProfileFile.packaged().weights(), signals);
    }

    /** With other industries of the ideal client. */
    static ScoringProfile withIndustries(Map<String, Double> industries) {
        ScoringProfile packaged = ScoringProfileFile.packaged();
        IdealClient ideal = packaged.idealClient();
        return new ScoringProfile(
                packaged.weights(),
                packaged.thresholds(),
                packaged.timeStep(),
                packaged.machineWindow(),
                new IdealClient(
                        new Preferences(industries, 0.5),
                        ideal.companySizes(),
                        ideal.countries(),
                        ideal.sources(),
                        ideal.lifecycleStages(),
                        ideal.seniority()),
                packaged.signals(),
                packaged.queue(),
                packaged.nextBestAction(),
                packaged.outcome(),
                List.of(),
                packaged.aiRules());
    }

    private static ScoringProfile edited(ComponentWeights weights, List<CustomSignal> signals) {
        ScoringProfile packaged = ScoringProfileFile.packaged();
        return new ScoringProfile(
                weights,
                packaged.thresholds(),
                packaged.timeStep(),
                packaged.machineWindow(),
                packaged.idealClient(),
                packaged.signals(),
                packaged.queue(),
                packaged.nextBestAction(),
                packaged.outcome(),
                signals,
                packaged.aiRules());
    }
}
