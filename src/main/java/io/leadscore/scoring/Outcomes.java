package io.leadscore.scoring;

import io.leadscore.lead.DealContact;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Lead;
import io.leadscore.lead.TrackRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How deals of leads like this one went, without this lead's own deals. A cohort's mean is shrunk towards the account's:
 * {@code (sum + strength * mean of the account) / (count + strength)}, the empirical-Bayes estimate of Efron and Morris
 * (1975) with the strength as the ratio of the variance within cohorts to the variance between them.
 */
final class Outcomes {

    private final WeightSet weights;
    private final Lead lead;
    private final @Nullable DealFacts deal;

    /** How the lead's own deals went, whenever they are known to be closed. */
    private final TrackRecord record;

    /** The lead's own deals that were counted. */
    private final List<DealFacts> own;

    private final Counts account;

    Outcomes(WeightSet weights, Lead lead, @Nullable DealFacts deal) {
        this.weights = weights;
        this.lead = lead;
        this.deal = deal;
        this.record = TrackRecord.of(lead.deals());
        this.own = ownCases(lead, weights.profile().outcome(), weights.createdAt()).stream()
                .filter(mine -> Counts.include(mine, weights.createdAt()))
                .toList();
        this.account = weights.cohorts().total().minus(sum(own));
    }

    /** Where contacts succeed, what was counted of the lead is the contact itself, as of one that has not succeeded. */
    private static List<DealFacts> ownCases(Lead lead, OutcomeRules outcome, Instant countedAt) {
        return outcome.kind().isOfContacts()
                ? List.of(ContactCase.of(
                        lead.id(),
                        lead.contact().createdAt(),
                        lead.contact().customerAt(),
                        outcome.horizon(),
                        countedAt))
                : lead.deals();
    }

    boolean isEmpty() {
        return account.deals() == 0;
    }

    /** How the lead's own deals went. */
    TrackRecord record() {
        return record;
    }

    /** In which cohort of those by own deals the lead is at an instant; null while none is learnt. */
    @Nullable
    String ownCohort(String dimension, Instant at) {
        List<String> values = values(dimension, subject(at));
        return values.isEmpty() ? null : values.get(0);
    }

    /** Where the bands of a dimension begin; null while they are not learnt. */
    @Nullable
    List<Double> cuts(String dimension) {
        Dimension cohorts = weights.cohorts().dimensions().get(dimension);
        return cohorts == null ? null : cohorts.cuts();
    }

    /** Where the win rate of a cohort stands against the account's; missing where nothing is known of it. */
    double ownValue(String dimension, String cohort) {
        Dimension cohorts = weights.cohorts().dimensions().get(dimension);
        Counts counts = counts(cohorts, dimension, cohort);
        if (cohorts == null || (cohort.equals(CohortKeys.UNKNOWN) && counts.deals() == 0)) {
            return Signal.MISSING;
        }
        double rate = Estimate.WIN_RATE.of(this, counts, cohorts.priorStrength(), cohorts.expected(cohort));
        return OutcomeSignals.relative(this, rate, accountWinRate());
    }

    /** The closed deals of one cohort. */
    Counts counts(String dimension, String cohort) {
        return counts(weights.cohorts().dimensions().get(dimension), dimension, cohort);
    }

    /** The account's win rate in (0, 1). */
    double accountWinRate() {
        OutcomeRules rules = weights.profile().outcome();
        double strength = rules.priorWinRateStrength();
        return (account.won() + strength * rules.priorWinRate()) / (account.deals() + strength);
    }

    /** The account's mean amount of won deals; NaN when none has one. */
    double accountAmount() {
        return account.amountCount() == 0 ? Double.NaN : account.amountSum() / account.amountCount();
    }

    /** The account's mean days from creation to winning; NaN when none is known. */
    double accountCycleDays() {
        return account.cycleCount() == 0 ? Double.NaN : account.cycleDaysSum() / account.cycleCount();
    }

    /** Mean over the dimensions in which the lead has a value; NaN when it has one in none. */
    double mean(Estimate estimate, String... dimensions) {
        double sum = 0;
        int known = 0;
        for (String dimension : dimensions) {
            double value = one(estimate, dimension);
            if (!Double.isNaN(value)) {
                sum += value;
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    /** The estimate of the lead's cohort in one dimension (of several options: their mean); NaN when it has none. */
    double one(Estimate estimate, String dimension) {
        Dimension cohorts = weights.cohorts().dimensions().get(dimension);
        List<String> values = cohorts == null ? List.of() : values(dimension);
        if (values.contains(CohortKeys.UNKNOWN) && counts(dimension).deals() == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (String value : values) {
            sum += estimate.of(
                    this,
                    counts(cohorts, dimension, value),
                    cohorts == null ? 0 : cohorts.priorStrength(),
                    cohorts == null ? 1 : cohorts.expected(value));
        }
        return values.isEmpty() ? Double.NaN : sum / values.size();
    }

    /**
     * The win rate of the lead's cohort, drawn towards the account's as far as the dimension's rates are trusted, and besides
     * towards what is believed of it; NaN when it has no cohort.
     *
     * @param believed as a multiple of the account's rate
     */
    double believed(String dimension, double believed) {
        Dimension cohorts = weights.cohorts().dimensions().get(dimension);
        List<String> values = cohorts == null ? List.of() : values(dimension);
        if (cohorts == null || values.isEmpty()) {
            return Double.NaN;
        }
        Counts counts = counts(cohorts, dimension, values.get(0));
        double account = accountWinRate();
        double strength = cohorts.priorStrength();
        return (counts.won() + account * (strength + usualStrength() * believed))
                / (counts.deals() + strength + usualStrength());
    }

    /** The closed deals of the lead's cohort in a dimension, all options together. */
    Counts counts(String dimension) {
        Dimension cohorts = weights.cohorts().dimensions().get(dimension);
        Counts counts = Counts.NONE;
        for (String value : values(dimension)) {
            counts = counts.plus(counts(cohorts, dimension, value));
        }
        return counts;
    }

    /** Whether the weekly job has learnt what a custom property is worth. */
    boolean isLearnt(String dimension) {
        Dimension cohorts = weights.cohorts().dimensions().get(dimension);
        return cohorts != null && cohorts.cuts() != null;
    }

    /** What is estimated of a cohort. */
    @FunctionalInterface
    interface Estimate {

        /** The won share of deals. */
        Estimate WIN_RATE = (outcomes, cohort, strength, expected) ->
                shrunk(cohort.won(), cohort.deals(), expected * outcomes.accountWinRate(), strength);

        /** The mean amount of a won deal. */
        Estimate AMOUNT = (outcomes, cohort, strength, expected) ->
                shrunk(cohort.amountSum(), cohort.amountCount(), outcomes.accountAmount(), outcomes.usualStrength());

        /** The mean days to a won deal. */
        Estimate CYCLE_DAYS = (outcomes, cohort, strength, expected) -> shrunk(
                cohort.cycleDaysSum(), cohort.cycleCount(), outcomes.accountCycleDays(), outcomes.usualStrength());

        double of(Outcomes outcomes, Counts cohort, double strength, double expected);

        private static double shrunk(double sum, int count, double mean, double strength) {
            return (sum + strength * mean) / (count + strength);
        }
    }

    /** What is learnt of win rates says nothing of amounts and cycles. */
    private double usualStrength() {
        return weights.profile().outcome().cohortPriorStrength();
    }

    /** The cohorts of the lead in a dimension. */
    List<String> values(String dimension) {
        return values(dimension, subject(lead.asOf()));
    }

    private List<String> values(String dimension, Subject subject) {
        Dimension cohorts = weights.cohorts().dimensions().get(dimension);
        return CohortKeys.of(dimension, cohorts == null ? null : cohorts.cuts(), weights.profile(), subject);
    }

    private Subject subject(Instant at) {
        return new Subject(lead.contact(), lead.company(), deal, record, at);
    }

    /**
     * A cohort without those of the lead's own deals that were counted in it. A deal of several contacts was counted once,
     * by one of them, so that it is taken out of that one's cohorts, and of no other; that one's earlier deals are taken to
     * be the lead's.
     */
    private Counts counts(@Nullable Dimension cohorts, String dimension, String value) {
        if (cohorts == null) {
            return Counts.NONE;
        }
        List<DealFacts> inIt = own.stream()
                .filter(mine -> {
                    DealContact by = lead.countedBy(mine);
                    Subject then = new Subject(
                            by.contact(),
                            by.company(),
                            mine,
                            CohortKeys.OWN.contains(dimension)
                                    ? TrackRecord.before(mine, lead.deals())
                                    : TrackRecord.NONE,
                            mine.createdAt());
                    return values(dimension, then).contains(value);
                })
                .toList();
        return cohorts.of(value).minus(sum(inIt));
    }

    private static Counts sum(List<DealFacts> deals) {
        Counts sum = Counts.NONE;
        for (DealFacts one : deals) {
            sum = sum.plus(Counts.of(one));
        }
        return sum;
    }
}
