package io.leadscore.learning;

import org.jspecify.annotations.Nullable;

/**
 * What a backtest comes to.
 *
 * @param ranking how the draft ranks deals in comparison with the live weight set
 * @param sentence the same with figures
 */
public record BacktestVerdict(Ranking ranking, String sentence) {

    /** Fewer deals of either outcome say nothing. */
    static final int LEAST_OF_EACH = 10;

    /** How the draft ranks. */
    public enum Ranking {
        /** The whole 95 % interval of the difference is above 0. */
        BETTER,
        /** The whole interval is below 0. */
        WORSE,
        /** The interval holds 0. */
        NO_CLEAR_DIFFERENCE,
        /** There are too few deals of either outcome to tell. */
        TOO_FEW_DEALS
    }

    static BacktestVerdict of(@Nullable RankComparison ranks, int won, int lost) {
        if (ranks == null) {
            return new BacktestVerdict(
                    Ranking.TOO_FEW_DEALS,
                    "Only " + won + " won and " + lost + " lost deals are in the span; it takes " + LEAST_OF_EACH
                            + " of either kind to tell which ranks better.");
        }
        Difference gain = ranks.rocAuc();
        String figures = "ROC AUC " + (gain.value() < 0 ? "" : "+") + Judge.number(gain.value()) + ", plausible from "
                + Judge.number(gain.low()) + " to " + Judge.number(gain.high()) + ", on " + won + " won and " + lost
                + " lost deals.";
        if (gain.low() > 0) {
            return new BacktestVerdict(Ranking.BETTER, "The draft ranks better than the live weight set: " + figures);
        }
        return gain.high() < 0
                ? new BacktestVerdict(Ranking.WORSE, "The draft ranks worse than the live weight set: " + figures)
                : new BacktestVerdict(
                        Ranking.NO_CLEAR_DIFFERENCE,
                        "The draft ranks neither clearly better nor clearly worse than the live weight set: "
                                + figures);
    }
}
