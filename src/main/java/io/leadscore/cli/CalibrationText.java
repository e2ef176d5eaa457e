package io.leadscore.cli;

import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.OutcomeKind;
import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.WeightSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a score becomes a probability, in words. */
final class CalibrationText {

    private CalibrationText() {}

    static List<String> of(WeightSet weights) {
        Calibration calibration = weights.calibration();
        OutcomeKind outcome = weights.profile().outcome().kind();
        boolean ofContacts = outcome.isOfContacts();
        List<String> sentences = new ArrayList<>();
        sentences.add("The close probability is the chance that " + outcome.success() + " within "
                + calibration.horizonDays() + " days. The base rate, from the "
                + (ofContacts ? "contacts" : "deals")
                + " that were old enough and the profile's prior, is "
                + EvaluationTables.percent(calibration.baseRate()) + ".");
        sentences.add(Numbers.grouped(calibration.resolvedDeals())
                + (ofContacts ? " contacts whose outcome is known, " : " closed deals, ")
                + Numbers.grouped(calibration.wonDeals()) + " of them won.");
        sentences.add(
                calibration.enoughData()
                        ? shape(calibration.curve(), ofContacts)
                        : "No curve is learnt yet: everybody has the base rate, and it is marked as such.");
        return sentences;
    }

    private static String shape(@Nullable ProbabilityCurve curve, boolean ofContacts) {
        if (curve == null) {
            return "Everybody has the base rate.";
        }
        return switch (curve.shape()) {
            case FLAT ->
                "The score was not found to say anything of the chances: everybody has the rate of "
                        + (ofContacts ? "their age." : "their deal's state and age.");
            case LOGISTIC -> "It rises with the score on a logistic curve (Platt).";
            case BETA -> "It rises with the score on a beta curve (Kull et al.), which may be steeper at one end.";
            case COMPONENTS ->
                "It rises on a logistic curve with each component by itself, not with the score: two leads of the same"
                        + " score may have different chances.";
            case ISOTONIC -> "It rises with the score on a monotone curve of any form (isotonic).";
        };
    }
}
