package io.leadscore.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was learnt under one profile still means the same under another. A signal does when whatever makes its value
 * is the same: kind, property, half-life, cap, neutral value, bands. A list of preferences may have got longer, for that
 * says more of nobody but those whom it names.
 *
 * @param before the profile under which something was learnt
 * @param now the profile under which it is to hold
 */
record Meaning(ScoringProfile before, ScoringProfile now) {

    /** Whether a signal is in both and its value is made alike. */
    boolean isSame(String signal) {
        for (BuiltIn builtIn : BuiltIn.values()) {
            if (builtIn.key().equals(signal)) {
                return isSame(builtIn);
            }
        }
        CustomSignal old = custom(before, signal);
        CustomSignal edited = custom(now, signal);
        return old != null
                && edited != null
                && isLonger(values(old), values(edited))
                && essence(old).equals(essence(edited));
    }

    /** Whether a signal is in both, and either profile gives it the same weight. */
    boolean hasSameWeight(String signal) {
        Double old = weight(before, signal);
        return old != null && old.equals(weight(now, signal));
    }

    /** Whether deals are divided alike along a dimension of cohorts. */
    boolean isSameDivision(String dimension) {
        if (dimension.equals(CohortKeys.COMPANY_SIZE)) {
            return edges(before).equals(edges(now));
        }
        if (CohortKeys.BUILT_IN.contains(dimension) || CohortKeys.OWN.contains(dimension)) {
            return true;
        }
        return before.customSignals().stream()
                .filter(signal -> CohortKeys.dimension(signal).equals(dimension))
                .anyMatch(signal -> isSame(signal.name()));
    }

    /** Whether the profile says the same of a fact along which deals are divided. */
    boolean isSameWord(String dimension) {
        return FitSignals.DIMENSIONS.entrySet().stream()
                .filter(fact -> fact.getValue().equals(dimension))
                .allMatch(fact -> isSame(fact.getKey()));
    }

    private boolean isSame(BuiltIn signal) {
        SignalSettings old = before.signal(signal);
        SignalSettings edited = now.signal(signal);
        return old.neutral() == edited.neutral()
                && Objects.equals(old.cap(), edited.cap())
                && Objects.equals(old.halfLife(), edited.halfLife())
                && hasSameRules(signal);
    }

    private boolean hasSameRules(BuiltIn signal) {
        IdealClient old = before.idealClient();
        IdealClient edited = now.idealClient();
        return switch (signal) {
            case INDUSTRY -> isLonger(old.industries(), edited.industries());
            case COMPANY_SIZE -> old.companySizes().equals(edited.companySizes());
            case LOCATION -> isLonger(old.countries(), edited.countries());
            case SOURCE -> isLonger(old.sources(), edited.sources());
            case LIFECYCLE_STAGE -> isLonger(old.lifecycleStages(), edited.lifecycleStages());
            case SENIORITY -> isLonger(old.seniority(), edited.seniority());
            case AI_FIT -> before.aiRules().bands().equals(now.aiRules().bands());
            case EMAIL_OPENS -> before.machineWindow().equals(now.machineWindow());
            case CALLS -> isLonger(before.callOutcomes(), now.callOutcomes());
            case MEETINGS -> isLonger(before.meetingOutcomes(), now.meetingOutcomes());
            case TOTAL_ENGAGEMENT, UNANSWERED, LAST_ENGAGEMENT, ACTIVITY_FREQUENCY ->
                before.machineWindow().equals(now.machineWindow())
                        && isLonger(before.callOutcomes(), now.callOutcomes())
                        && isLonger(before.meetingOutcomes(), now.meetingOutcomes());
            case LOOK_ALIKE,
                    EMAIL_REPLIES,
                    COHORT_WIN_RATE,
                    COHORT_DEAL_SIZE,
                    COHORT_SALES_CYCLE,
                    INDUSTRY_PERFORMANCE,
                    OWN_DEALS,
                    LAST_DEAL,
                    RESPONSE_TIME -> true;
        };
    }

    private static boolean isLonger(Preferences old, Preferences edited) {
        return old.others() == edited.others() && isLonger(old.values(), edited.values());
    }

    private static <T> boolean isLonger(@Nullable Map<String, T> old, @Nullable Map<String, T> edited) {
        return old == null || (edited != null && edited.entrySet().containsAll(old.entrySet()));
    }

    /** All of a custom signal that makes its value, but for what its options are worth. */
    private static List<@Nullable Object> essence(CustomSignal signal) {
        List<@Nullable Object> essence = new ArrayList<>();
        essence.add(signal.objectType());
        essence.add(signal.property());
        essence.add(signal.component());
        essence.add(signal.kind());
        essence.add(signal.neutralValue());
        essence.add(signal.isLearnt());
        essence.add(signal.bands());
        essence.add(signal.cap());
        essence.add(signal.halfLife());
        return essence;
    }

    private static Map<String, Double> values(CustomSignal signal) {
        return Check.present(signal.values(), "values");
    }

    private static List<String> edges(ScoringProfile profile) {
        return profile.idealClient().companySizes().stream()
                .map(band -> band.from() + " " + band.name())
                .toList();
    }

    private static @Nullable Double weight(ScoringProfile profile, String signal) {
        for (BuiltIn builtIn : BuiltIn.values()) {
            if (builtIn.key().equals(signal)) {
                return profile.signal(builtIn).weight();
            }
        }
        CustomSignal custom = custom(profile, signal);
        return custom == null ? null : Double.valueOf(custom.weight());
    }

    private static @Nullable CustomSignal custom(ScoringProfile profile, String name) {
        return profile.customSignals().stream()
                .filter(signal -> signal.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
