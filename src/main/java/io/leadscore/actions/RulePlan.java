package io.leadscore.actions;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule means for all leads as they stand.
 *
 * @param rule its name
 * @param leads how many leads there are for each reason; all reasons are in it
 * @param best the best leads that stand where the rule wants them
 */
public record RulePlan(String rule, Map<LeadPlan.Reason, Long> leads, List<LeadPlan> best) {

    public RulePlan {
        leads = new EnumMap<>(leads);
        best = List.copyOf(best);
    }
}
