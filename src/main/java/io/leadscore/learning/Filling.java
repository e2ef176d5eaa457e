package io.leadscore.learning;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.LeadHistory;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often each of the account's own properties is filled in, by how deals stand. A property that people fill in when they
 * close a deal is known of closed deals more often than of open ones of the same age; it foretells the outcome because the
 * outcome wrote it. Not thread-safe.
 */
final class Filling {

    /** Where ages of deals begin, in days. */
    private static final int[] AGES = {0, 7, 30, 60, 90, 180, 365, 730};

    /** A share known that differs by more was written by the outcome; of honest properties it differs by .11 at the most. */
    private static final double MOST_APART = 0.2;

    /** Won and lost deals may differ a little more: who is to buy says more. */
    private static final double MOST_APART_BY_OUTCOME = 0.25;

    /** By how many standard errors at the least. */
    private static final double SURE = 4;

    private static final int LEAST_DEALS = 30;

    private final Instant now;
    private final List<CustomSignal> signals;

    /** By signal, outcome and age: deals, and how many of them have a value. */
    private final List<Map<Outcome, long[][]>> counts = new ArrayList<>();

    Filling(ScoringProfile profile, Instant now) {
        this.now = now;
        this.signals = profile.customSignals();
        for (int i = 0; i < signals.size(); i++) {
            Map<Outcome, long[][]> byOutcome = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                byOutcome.put(outcome, new long[AGES.length][2]);
            }
            counts.add(byOutcome);
        }
    }

    void add(DealHistory history) {
        DealFacts deal = history.deal();
        LeadHistory lead = history.lead();
        int age = age(deal.createdAt());
        for (int i = 0; i < signals.size(); i++) {
            long[] cell = counts.get(i).getOrDefault(deal.outcome(), new long[AGES.length][2])[age];
            cell[0]++;
            cell[1] += signals.get(i).isKnown(lead.contact(), lead.company(), deal) ? 1 : 0;
        }
    }

    /** Sets aside what the outcome wrote. */
    void tell(Doubts doubts) {
        for (int i = 0; i < signals.size(); i++) {
            String name = signals.get(i).name();
            Map<Outcome, long[][]> byOutcome = counts.get(i);
            Apart won = apart(byOutcome, Outcome.WON, Outcome.OPEN);
            Apart lost = apart(byOutcome, Outcome.LOST, Outcome.OPEN);
            if (won.isBeyond(MOST_APART)) {
                doubts.add(name, sentence(name, won, "won deals", "open ones"));
            } else if (lost.isBeyond(MOST_APART)) {
                doubts.add(name, sentence(name, lost, "lost deals", "open ones"));
            } else {
                Apart outcomes = apart(byOutcome, Outcome.WON, Outcome.LOST);
                if (outcomes.isBeyond(MOST_APART_BY_OUTCOME)) {
                    doubts.add(name, sentence(name, outcomes, "won deals", "lost ones"));
                }
            }
        }
    }

    private static String sentence(String signal, Apart apart, String of, String than) {
        return "Signal " + signal + " is known of " + Math.round(100 * apart.one()) + " % of " + of + " and of "
                + Math.round(100 * apart.other()) + " % of " + than
                + " of the same age, as if it were filled in with the outcome: set aside.";
    }

    private static Apart apart(Map<Outcome, long[][]> byOutcome, Outcome one, Outcome other) {
        long[][] ones = byOutcome.getOrDefault(one, new long[AGES.length][2]);
        long[][] others = byOutcome.getOrDefault(other, new long[AGES.length][2]);
        double weights = 0;
        double oneKnown = 0;
        double otherKnown = 0;
        double variance = 0;
        for (int age = 0; age < AGES.length; age++) {
            double weight = Math.min(ones[age][0], others[age][0]);
            if (weight > 0) {
                double first = (double) ones[age][1] / ones[age][0];
                double second = (double) others[age][1] / others[age][0];
                double mean = (first + second) / 2;
                weights += weight;
                oneKnown += weight * first;
                otherKnown += weight * second;
                variance += weight * weight * mean * (1 - mean) * (1.0 / ones[age][0] + 1.0 / others[age][0]);
            }
        }
        return weights == 0
                ? new Apart(0, 0, 0, 0)
                : new Apart(oneKnown / weights, otherKnown / weights, Math.sqrt(variance) / weights, weights);
    }

    private int age(Instant createdAt) {
        long days = Math.max(0, Duration.between(createdAt, now).toDays());
        int age = 0;
        while (age + 1 < AGES.length && days >= AGES[age + 1]) {
            age++;
        }
        return age;
    }

    /** Two shares known, the standard error of their difference, and how many deals tell of it. */
    private record Apart(double one, double other, double error, double deals) {

        boolean isBeyond(double most) {
            double gap = Math.abs(one - other);
            return deals >= LEAST_DEALS && gap > most && gap > SURE * error;
        }
    }
}
