package io.leadscore.scoring;

import static io.leadscore.scoring.CohortKeys.COMPANY_SIZE;
import static io.leadscore.scoring.CohortKeys.COUNTRY;
import static io.leadscore.scoring.CohortKeys.INDUSTRY;
import static io.leadscore.scoring.CohortKeys.JOB_LEVEL;
import static io.leadscore.scoring.CohortKeys.SOURCE;

import io.leadscore.scoring.Outcomes.Estimate;
import java.util.List;

/**
 * What became of leads like this one. A cohort's estimate x stands against the account's a as {@code x^2 / (x^2 + a^2)}:
 * 0.5 when equal, 0.8 at double, 0.2 at half; a logistic in the logarithm of their ratio with slope 2.
 */
final class OutcomeSignals {

    private final ScoringProfile profile;

    OutcomeSignals(ScoringProfile profile) {
        this.profile = profile;
    }

    List<Signal> inOrder() {
        return List.of(winRate(), dealSize(), salesCycle(), industryPerformance());
    }

    private Signal winRate() {
        String[] dimensions = {INDUSTRY, SOURCE, COMPANY_SIZE, COUNTRY, JOB_LEVEL};
        return Signal.timeless(
                profile,
                BuiltIn.COHORT_WIN_RATE,
                (evidence, now) -> relative(
                        evidence.outcomes,
                        evidence.outcomes.mean(Estimate.WIN_RATE, dimensions),
                        evidence.outcomes.accountWinRate()),
                (evidence, now, value) -> Double.isNaN(value)
                        ? missing(evidence, "win rate")
                        : "leads like this one win " + share(evidence.outcomes.mean(Estimate.WIN_RATE, dimensions))
                                + " of deals, all win " + share(evidence.outcomes.accountWinRate()));
    }

    private Signal dealSize() {
        return Signal.timeless(
                profile,
                BuiltIn.COHORT_DEAL_SIZE,
                (evidence, now) -> relative(
                        evidence.outcomes,
                        evidence.outcomes.mean(Estimate.AMOUNT, INDUSTRY, COMPANY_SIZE, COUNTRY),
                        evidence.outcomes.accountAmount()),
                (evidence, now, value) -> Double.isNaN(value)
                        ? missing(evidence, "deal size")
                        : "deals of such companies are " + compared(value, "larger than", "smaller than") + " average");
    }

    private Signal salesCycle() {
        return Signal.timeless(
                profile,
                BuiltIn.COHORT_SALES_CYCLE,
                // The other way round: a shorter cycle is better.
                (evidence, now) -> relative(
                        evidence.outcomes,
                        evidence.outcomes.accountCycleDays(),
                        evidence.outcomes.mean(Estimate.CYCLE_DAYS, INDUSTRY, COMPANY_SIZE, SOURCE)),
                (evidence, now, value) -> Double.isNaN(value)
                        ? missing(evidence, "sales cycle")
                        : "deals of such companies close " + compared(value, "faster than", "slower than")
                                + " average");
    }

    /** What a deal in the industry is worth: win rate times amount, or the win rate alone where no amount is known. */
    private Signal industryPerformance() {
        return Signal.timeless(
                profile,
                BuiltIn.INDUSTRY_PERFORMANCE,
                (evidence, now) -> {
                    Outcomes outcomes = evidence.outcomes;
                    double rate = outcomes.one(Estimate.WIN_RATE, INDUSTRY);
                    double amount = outcomes.one(Estimate.AMOUNT, INDUSTRY);
                    return Double.isNaN(amount)
                            ? relative(outcomes, rate, outcomes.accountWinRate())
                            : relative(outcomes, rate * amount, outcomes.accountWinRate() * outcomes.accountAmount());
                },
                (evidence, now, value) -> {
                    if (Double.isNaN(value)) {
                        return evidence.outcomes.isEmpty()
                                ? missing(evidence, "industry performance")
                                : "industry unknown: neutral";
                    }
                    Counts counts = evidence.outcomes.counts(INDUSTRY);
                    return "industry won " + counts.won() + " of " + Numbers.count(counts.deals(), "deal")
                            + ", a deal is worth "
                            + compared(value, "more than", "less than") + " average";
                });
    }

    /** Where an estimate stands against the account's; missing without closed deals, or without a base to compare. */
    static double relative(Outcomes outcomes, double estimate, double base) {
        double squares = estimate * estimate + base * base;
        return outcomes.isEmpty() || Double.isNaN(squares) || squares == 0
                ? Signal.MISSING
                : estimate * estimate / squares;
    }

    private static String missing(Evidence evidence, String what) {
        return evidence.outcomes.isEmpty()
                ? what + " unknown, no deal closed yet: neutral"
                : what + " unknown for this lead: neutral";
    }

    private static String share(double rate) {
        return Numbers.percent(rate);
    }

    private static String compared(double value, String more, String less) {
        if (Math.abs(value - 0.5) < 0.02) {
            return "about";
        }
        return value > 0.5 ? more : less;
    }
}
