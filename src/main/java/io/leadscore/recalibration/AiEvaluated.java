package io.leadscore.recalibration;

import io.leadscore.learning.AiEvaluation;
import java.util.List;
import java.util.Map;

/**
 * What closed deals say of the AI.
 *
 * @param weights the live weight set, under whose AI it was looked at
 * @param model which AI
 * @param points the most points of 100 that the AI gives a lead as it is
 * @param evaluation what it is worth
 * @param consequence what the weekly job will do about it, in a sentence
 * @param asked how much was asked for it, by name
 * @param notes what went otherwise than it should, in sentences
 */
public record AiEvaluated(
        String weights,
        String model,
        double points,
        AiEvaluation evaluation,
        String consequence,
        Map<String, Long> asked,
        List<String> notes) {}
