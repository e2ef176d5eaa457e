package io.leadscore.sandbox;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges by the ideal client, by what was learnt from deals, and by a little knowledge of its own. */
final class InformedJudge implements FitJudge {

    private static final double SURE = 0.9;
    private static final double FAIRLY_SURE = 0.85;
    private static final double GUESSING = 0.5;

    @Override
    public Map<FitCriterion, Judgement> judge(FitIdeal ideal, Map<String, String> facts) {
        Map<FitCriterion, Judgement> judgements = new EnumMap<>(FitCriterion.class);
        for (FitCriterion criterion : FitCriterion.values()) {
            String value = facts.get(criterion.fact());
            judgements.put(
                    criterion,
                    value == null ? guess(criterion, facts.get(criterion.sideFact())) : judge(ideal, criterion, value));
        }
        return judgements;
    }

    private static Judgement judge(FitIdeal ideal, FitCriterion criterion, String value) {
        FitBand listed = ideal.listed(criterion.fact(), value);
        int learnt = ideal.learnt(criterion.fact(), value);
        int lore = BuyerLore.leaning(criterion, value);
        FitBand start = listed == null ? ideal.others(criterion.fact()) : listed;
        return new Judgement(
                start.moved(learnt + lore), reason(listed, learnt, lore), listed == null ? FAIRLY_SURE : SURE);
    }

    private static String reason(@Nullable FitBand listed, int learnt, int lore) {
        if (learnt != 0) {
            return learnt > 0 ? "won_before" : "lost_before";
        }
        if (listed != null) {
            return switch (listed) {
                case STRONG -> "listed_as_ideal";
                case GOOD, NEUTRAL -> "close_to_ideal";
                case WEAK -> "far_from_ideal";
                case POOR -> "listed_as_poor";
            };
        }
        return lore > 0 ? "close_to_ideal" : lore < 0 ? "far_from_ideal" : "not_listed";
    }

    private static Judgement guess(FitCriterion criterion, @Nullable String sideValue) {
        int leaning = sideValue == null ? 0 : BuyerLore.sideLeaning(criterion, sideValue);
        return leaning == 0
                ? Judgement.UNKNOWN
                : new Judgement(
                        FitBand.NEUTRAL.moved(leaning), leaning > 0 ? "close_to_ideal" : "far_from_ideal", GUESSING);
    }
}
