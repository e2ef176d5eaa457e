package io.leadscore.scoring;

import static io.leadscore.scoring.CohortKeys.COMPANY_SIZE;
import static io.leadscore.scoring.CohortKeys.COUNTRY;
import static io.leadscore.scoring.CohortKeys.INDUSTRY;
import static io.leadscore.scoring.CohortKeys.JOB_LEVEL;
import static io.leadscore.scoring.CohortKeys.SOURCE;

import io.leadscore.lead.TrackRecord;
import io.leadscore.scoring.Outcomes.Estimate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of this lead's own deals, and of leads like it. A cohort's estimate x stands against the account's a as
 * {@code x^2 / (x^2 + a^2)}: 0.5 when equal, 0.8 at double, 0.2 at half; a logistic in the logarithm of their ratio with slope 2.
 */
final class OutcomeSignals {

    /** Own deals are looked at as if so many of the account's average were among them, until it is learnt what they say. */
    private static final double OWN_STRENGTH = 2;

    private final ScoringProfile profile;
    private final TimeSteps steps;

    OutcomeSignals(ScoringProfile profile, TimeSteps steps) {
        this.profile = profile;
        this.steps = steps;
    }

    List<Signal> inOrder() {
        return List.of(winRate(), dealSize(), salesCycle(), industryPerformance(), ownDeals(), lastDeal());
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

    /** How many of the lead's own deals were won. */
    private Signal ownDeals() {
        Signal.Value declared = (evidence, now) -> {
            TrackRecord record = evidence.outcomes.record();
            double account = evidence.outcomes.accountWinRate();
            return record.deals() == 0
                    ? Signal.MISSING
                    : against((record.won() + OWN_STRENGTH * account) / (record.deals() + OWN_STRENGTH), account);
        };
        return Signal.timeless(
                        profile,
                        BuiltIn.OWN_DEALS,
                        (evidence, now) -> {
                            Outcomes outcomes = evidence.outcomes;
                            if (!outcomes.isLearnt(CohortKeys.OWN_DEALS)) {
                                return declared.of(evidence, now);
                            }
                            String cohort = outcomes.ownCohort(CohortKeys.OWN_DEALS, steps.start(now));
                            return cohort == null ? Signal.MISSING : outcomes.ownValue(CohortKeys.OWN_DEALS, cohort);
                        },
                        (evidence, now, value) -> {
                            TrackRecord record = evidence.outcomes.record();
                            String said = record.deals() == 0
                                    ? "no deal of its own closed yet"
                                    : "won " + record.won() + " of " + Numbers.count(record.deals(), "deal")
                                            + " of its own";
                            return said + alike(evidence.outcomes, CohortKeys.OWN_DEALS, now, value);
                        })
                .divided(new Signal.Cohorts(
                        CohortKeys.OWN_DEALS,
                        (evidence, now) -> evidence.outcomes.values(CohortKeys.OWN_DEALS),
                        declared));
    }

    /** How long ago the last of the lead's own deals was closed; neutral until it is learnt what that says. */
    private Signal lastDeal() {
        return Signal.ageing(
                        profile,
                        BuiltIn.LAST_DEAL,
                        (evidence, now) -> evidence.lastDeal.at(steps.millis(now)),
                        (evidence, now, value) -> {
                            Instant last = evidence.outcomes.record().lastClosedAt();
                            String said = last == null
                                    ? "no deal of its own closed yet"
                                    : "last deal of its own closed on " + Numbers.date(last.toEpochMilli());
                            return said + alike(evidence.outcomes, CohortKeys.LAST_DEAL, now, value);
                        })
                .divided(new Signal.Cohorts(
                        CohortKeys.LAST_DEAL,
                        (evidence, now) -> evidence.lastDeal.cohorts(steps.millis(now)),
                        (evidence, now) -> Signal.MISSING));
    }

    private String alike(Outcomes outcomes, String dimension, long now, double value) {
        if (Double.isNaN(value)) {
            return ": neutral";
        }
        @Nullable String cohort = outcomes.ownCohort(dimension, steps.start(now));
        return cohort == null ? "" : ": " + outcomes.counts(dimension, cohort).alike();
    }

    /** Where an estimate stands against the account's; missing without closed deals, or without a base to compare. */
    static double relative(Outcomes outcomes, double estimate, double base) {
        return outcomes.isEmpty() ? Signal.MISSING : against(estimate, base);
    }

    private static double against(double estimate, double base) {
        double squares = estimate * estimate + base * base;
        return Double.isNaN(squares) || squares == 0 ? Signal.MISSING : estimate * estimate / squares;
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
