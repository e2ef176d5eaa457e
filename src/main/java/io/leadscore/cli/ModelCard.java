package io.leadscore.cli;

import io.leadscore.learning.Assessment;
import io.leadscore.scoring.ComponentWeights;
import io.leadscore.scoring.OutcomeKind;
import io.leadscore.scoring.Provenance;
import io.leadscore.scoring.Thresholds;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody should know of a weight set before they rely on it: a model card as Mitchell et al. (2019) propose it. This
 * is the card for programs; {@link ModelCardText} makes it of Markdown.
 *
 * @param summary the weight set as in the list
 * @param purpose what it is for, and what not
 * @param reading how the probability is to be read
 * @param dataFrom from when on deals were looked at; null: from the first
 * @param dataUntil until when
 * @param counts deals by kind
 * @param exclusions deals that were left out, by reason
 * @param takenAsUnchanged facts without a history that were taken to have been then what they are today
 * @param signalWeights shares of the components, in percent
 * @param assessment how it was judged; of a set that keeps its incumbent's weights, it is the candidate's of the same run
 * @param limits what it cannot know
 */
record ModelCard(
        ModelJson summary,
        List<String> purpose,
        List<String> reading,
        List<Chance> chances,
        @Nullable Instant dataFrom,
        Instant dataUntil,
        Map<String, Long> counts,
        Map<String, Long> exclusions,
        @Nullable String takenAsUnchanged,
        ComponentWeights weights,
        Map<String, Double> signalWeights,
        @Nullable Thresholds thresholds,
        @Nullable Assessment assessment,
        List<String> limits,
        Provenance provenance) {

    private static final String LEFT_OUT = "left out: ";

    static ModelCard of(Model model) {
        WeightSet weights = model.weights();
        Provenance provenance = weights.provenance();
        Map<String, Long> counts = new LinkedHashMap<>();
        Map<String, Long> exclusions = new LinkedHashMap<>();
        provenance.counts().forEach((what, count) -> {
            if (what.startsWith(LEFT_OUT)) {
                exclusions.put(what.substring(LEFT_OUT.length()), count);
            } else {
                counts.put(what, count);
            }
        });
        return new ModelCard(
                ModelJson.of(model),
                purpose(weights.profile().outcome().kind()),
                reading(weights),
                Chance.of(weights),
                provenance.dataFrom(),
                provenance.dataUntil(),
                counts,
                exclusions,
                provenance.options() == null ? null : provenance.options().get("static-facts"),
                weights.spread(),
                weights.signalWeights(),
                weights.thresholds(),
                model.stored().assessment(),
                ModelLimits.of(model),
                provenance);
    }

    private static List<String> purpose(OutcomeKind outcome) {
        return List.of(
                "Ranks the leads of one HubSpot account from 0 to 100 for sales and marketing, and tells each lead's"
                        + " chance of success: that " + outcome.success() + ". Every score is the sum of its"
                        + " explanation.",
                "It is not meant for decisions on people, such as credit, employment or insurance, nor for another"
                        + " account.");
    }

    private static List<String> reading(WeightSet weights) {
        List<String> reading = new ArrayList<>(CalibrationText.of(weights));
        reading.add(
                "Of 100 leads with a probability of 20 %, about 20 succeed within the horizon: it speaks of many leads"
                        + " alike, not of one. Of leads "
                        + (weights.profile().outcome().kind().isOfContacts()
                                ? "of the same age"
                                : "whose deals stand alike")
                        + " it rises with the score.");
        return reading;
    }
}
