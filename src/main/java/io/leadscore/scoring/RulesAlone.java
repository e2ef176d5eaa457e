package io.leadscore.scoring;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Takes out of a lead's values what the AI says: {@code ai_fit} becomes what the rules say, {@code look_alike} neutral.
 * Immutable; safe for use by several threads.
 */
public final class RulesAlone {

    private final ScoringProfile profile;
    private final int fit;
    private final int lookAlike;
    private final Map<Criterion, Integer> rules = new EnumMap<>(Criterion.class);

    /** @param profile whose signals the values are of */
    public RulesAlone(ScoringProfile profile) {
        this.profile = profile;
        List<String> names =
                SignalReader.signals(profile).stream().map(SignalKey::name).toList();
        this.fit = names.indexOf(BuiltIn.AI_FIT.key());
        this.lookAlike = names.indexOf(BuiltIn.LOOK_ALIKE.key());
        for (Criterion criterion : Criterion.values()) {
            rules.put(criterion, names.indexOf(criterion.rule().key()));
        }
    }

    /**
     * The same values without the AI.
     *
     * @param values in the order of {@link SignalReader#signals}, not stretched
     */
    public double[] of(double[] values) {
        double[] alone = values.clone();
        double byRules =
                AiSignals.mean(profile, criterion -> values[Check.present(rules.get(criterion), criterion.key())]);
        alone[fit] = Double.isNaN(byRules) ? profile.signal(BuiltIn.AI_FIT).neutral() : byRules;
        alone[lookAlike] = profile.signal(BuiltIn.LOOK_ALIKE).neutral();
        return alone;
    }
}
