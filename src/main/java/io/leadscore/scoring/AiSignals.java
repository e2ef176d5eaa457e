package io.leadscore.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What AI adds to fit. The analysis judges the same six criteria as the rules do, and wherever it does not, or not surely
 * enough, the rules' value stands in: without AI the signal says what the others say. It is compared with what the rules
 * alone would give, so that it is a reason for or against only where the AI sees something else.
 */
final class AiSignals {

    private final ScoringProfile profile;
    private final double minConfidence;
    private final boolean comparing;
    private final Map<Criterion, Signal> rules = new EnumMap<>(Criterion.class);

    /**
     * @param context null: there is no AI
     * @param fitSignals the signals that judge by rules
     */
    AiSignals(ScoringProfile profile, @Nullable AiContext context, List<Signal> fitSignals) {
        this.profile = profile;
        this.minConfidence = context == null ? 1 : context.choice().minConfidence();
        this.comparing = context != null && context.centroids() != null;
        for (Criterion criterion : Criterion.values()) {
            fitSignals.stream()
                    .filter(signal -> signal.name().equals(criterion.rule().key()))
                    .forEach(signal -> rules.put(criterion, signal));
        }
    }

    List<Signal> inOrder() {
        return List.of(
                Signal.timeless(profile, BuiltIn.AI_FIT, this::fit, this::fitSentence)
                        .comparedWith(this::byRules),
                Signal.timeless(
                        profile,
                        BuiltIn.LOOK_ALIKE,
                        (evidence, now) -> evidence.insight.lookAlike(),
                        this::lookAlikeSentence));
    }

    private double fit(Evidence evidence, long now) {
        return mean(profile, criterion -> {
            Judgement judgement = counting(evidence, criterion);
            return judgement == null
                    ? byRule(criterion, evidence, now)
                    : profile.aiRules().bands().of(judgement.band());
        });
    }

    private double byRules(Evidence evidence, long now) {
        return mean(profile, criterion -> byRule(criterion, evidence, now));
    }

    private double byRule(Criterion criterion, Evidence evidence, long now) {
        Signal rule = Check.present(rules.get(criterion), criterion.key());
        return rule.known(rule.value().of(evidence, now));
    }

    /** The mean of the criteria, each as heavy as the profile makes its rule. */
    static double mean(ScoringProfile profile, Valued valued) {
        double sum = 0;
        double weights = 0;
        for (Criterion criterion : Criterion.values()) {
            double weight = profile.signal(criterion.rule()).weight();
            if (weight > 0) {
                sum += weight * valued.of(criterion);
                weights += weight;
            }
        }
        return weights == 0 ? Signal.MISSING : sum / weights;
    }

    /** What the AI says of a criterion, if it counts. */
    private @Nullable Judgement counting(Evidence evidence, Criterion criterion) {
        FitAnalysis analysis = evidence.insight.analysis();
        FitProfile facts = evidence.fitProfile;
        if (analysis == null || facts == null || !facts.knows(criterion)) {
            return null;
        }
        Judgement judgement = analysis.of(criterion);
        return judgement.confidence() >= minConfidence ? judgement : null;
    }

    private String fitSentence(Evidence evidence, long now, double value) {
        FitAnalysis analysis = evidence.insight.analysis();
        if (analysis == null) {
            return "fit by rules alone: " + evidence.insight.gap().words();
        }
        List<String> said = new ArrayList<>();
        List<String> unsure = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            Judgement judgement = counting(evidence, criterion);
            if (judgement != null) {
                said.add(criterion.key() + " " + judgement.band().key() + " ("
                        + judgement.reason().words() + ")");
            } else if (evidence.fitProfile != null && evidence.fitProfile.knows(criterion)) {
                unsure.add(criterion.key());
            }
        }
        String surely = said.isEmpty() ? "nothing surely enough" : String.join(", ", said);
        return "AI (" + analysis.model() + "): " + surely
                + (unsure.isEmpty() ? "" : "; not sure enough, so by rules: " + String.join(", ", unsure));
    }

    private String lookAlikeSentence(Evidence evidence, long now, double value) {
        if (Double.isNaN(value)) {
            return comparing
                    ? "not compared with customers yet: neutral"
                    : "too few customers to compare with: neutral";
        }
        String likeness = value >= 0.6 ? "more like won than lost customers" : "about as like won as lost customers";
        return value <= 0.4 ? "more like lost than won customers" : likeness;
    }

    @FunctionalInterface
    interface Valued {
        double of(Criterion criterion);
    }
}
