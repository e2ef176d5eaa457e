package io.leadscore.learning;

import io.leadscore.lead.Outcome;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of how many records something is so, by how their deals stand and by their age. Not thread-safe. */
final class FilledShares {

    /** Where ages of deals begin, in days. */
    private static final int[] AGES = {0, 7, 30, 60, 90, 180, 365, 730};

    /** A share known that differs by more was written by the outcome; of honest properties it differs by .11 at the most. */
    private static final double MOST_APART = 0.2;

    /** Won and lost deals may differ a little more: who is to buy says more. */
    private static final double MOST_APART_BY_OUTCOME = 0.25;

    /** By how many standard errors at the least. */
    private static final double SURE = 4;

    /** So many standard errors tell that open deals are not as those that were lost. */
    private static final double CLEAR = 2;

    /** So many tell that they are not as if some of them were to be won. */
    private static final double QUITE_CLEAR = 2.5;

    /** At an age of which few records tell, shares are drawn to those of all ages, as by so many records. */
    private static final double DRAWN = 20;

    private static final double LEAST_DEALS = 30;

    /** Of how many of those that will be won it has to be so at the least, and at the most where it is not. */
    private static final double MOST_OF_THEM = 0.5;

    private static final double FEW_OF_THEM = 0.25;

    private final Map<Outcome, long[][]> counts = new EnumMap<>(Outcome.class);

    /** By outcome, of how many records the deal took at least so many days; of open ones, how many have so many. */
    private final Map<Outcome, long[]> lasting = new EnumMap<>(Outcome.class);

    FilledShares() {
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, new long[AGES.length][2]);
            lasting.put(outcome, new long[AGES.length]);
        }
    }

    /**
     * Counts a record.
     *
     * @param days the age that its deal has today, or would have
     * @param lasted days until the deal was closed; of an open one its age
     */
    void add(Outcome outcome, int days, int lasted, boolean so) {
        long[] cell = of(outcome)[Ages.among(AGES, days)];
        cell[0]++;
        cell[1] += so ? 1 : 0;
        long[] lasts = lasting.getOrDefault(outcome, new long[AGES.length]);
        for (int age = Ages.among(AGES, lasted); age >= 0; age--) {
            lasts[age]++;
        }
    }

    /** Between whom it is so unevenly that the outcome wrote it, in words; null: it is not. */
    @Nullable
    String unevenly() {
        Apart won = apart(Outcome.WON, Outcome.OPEN);
        Apart lost = apart(Outcome.LOST, Outcome.OPEN);
        Apart outcomes = apart(Outcome.WON, Outcome.LOST);
        if (mix().isLikeOpen()) {
            return null;
        }
        if (won.isBeyond(MOST_APART)) {
            return won.words("won deals", "open ones");
        }
        if (lost.isBeyond(MOST_APART)) {
            return lost.words("lost deals", "open ones");
        }
        return outcomes.isBeyond(MOST_APART_BY_OUTCOME) ? outcomes.words("won deals", "lost ones") : null;
    }

    /**
     * Where won and lost deals differ, but open ones are all as the lost ones, although some of them will be won, it was
     * written by the outcome; in words; null: it was not.
     */
    @Nullable
    String unlikeOpen() {
        Apart won = apart(Outcome.WON, Outcome.OPEN);
        return apart(Outcome.WON, Outcome.LOST).isBeyond(MOST_APART) && mix().isUnlikeOpen()
                ? won.words("won deals", "open ones")
                : null;
    }

    private Apart apart(Outcome one, Outcome other) {
        long[][] ones = of(one);
        long[][] others = of(other);
        double weights = 0;
        double oneKnown = 0;
        double otherKnown = 0;
        double variance = 0;
        for (int age = 0; age < AGES.length; age++) {
            double weight = Math.min(ones[age][0], others[age][0]);
            if (weight > 0) {
                double first = share(ones[age]);
                double second = share(others[age]);
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

    /** Open deals beside what they would be like if they were as those that were won and lost, as many as will be. */
    private Mix mix() {
        double deals = 0;
        double open = 0;
        double won = 0;
        double lost = 0;
        double towin = 0;
        double expected = 0;
        for (int age = 0; age < AGES.length; age++) {
            double weight = of(Outcome.OPEN)[age][0];
            double later = lasts(Outcome.WON, age) + lasts(Outcome.LOST, age);
            boolean known = of(Outcome.WON)[age][0] > 0 && of(Outcome.LOST)[age][0] > 0;
            if (weight > 0 && known && later >= LEAST_DEALS) {
                double chance = lasts(Outcome.WON, age) / later;
                double ofWon = drawnShare(Outcome.WON, age);
                double ofLost = drawnShare(Outcome.LOST, age);
                deals += weight;
                open += of(Outcome.OPEN)[age][1];
                won += weight * ofWon;
                lost += weight * ofLost;
                towin += weight * chance;
                expected += weight * (chance * ofWon + (1 - chance) * ofLost);
            }
        }
        return deals == 0
                ? new Mix(0, 0, 0, 0, 0, 0)
                : new Mix(deals, open / deals, won / deals, lost / deals, towin / deals, expected / deals);
    }

    private double lasts(Outcome outcome, int age) {
        return lasting.getOrDefault(outcome, new long[AGES.length])[age];
    }

    private long[][] of(Outcome outcome) {
        return counts.getOrDefault(outcome, new long[AGES.length][2]);
    }

    private double drawnShare(Outcome outcome, int age) {
        double records = 0;
        double so = 0;
        for (long[] cell : of(outcome)) {
            records += cell[0];
            so += cell[1];
        }
        long[] cell = of(outcome)[age];
        return (cell[1] + DRAWN * so / records) / (cell[0] + DRAWN);
    }

    private static double share(long[] cell) {
        return (double) cell[1] / cell[0];
    }

    /** Two shares, the standard error of their difference, and how many records tell of it. */
    private record Apart(double one, double other, double error, double deals) {

        boolean isBeyond(double most) {
            double gap = Math.abs(one - other);
            return deals >= LEAST_DEALS && gap > most && gap > SURE * error;
        }

        String words(String of, String than) {
            return Math.round(100 * one) + " % of " + of + " and of " + Math.round(100 * other) + " % of " + than;
        }
    }

    /** Shares of open deals and of those of the same ages that were won and lost, and what part of them will be won. */
    private record Mix(double deals, double open, double won, double lost, double chance, double expected) {

        /** The part of open deals that is as those that were won. */
        private double part() {
            return (open - lost) / (won - lost);
        }

        private double error(double share) {
            return Math.sqrt(Math.max(share * (1 - share), 1 / deals) / deals);
        }

        boolean isLikeOpen() {
            return deals >= LEAST_DEALS
                    && won != lost
                    && part() <= 1
                    && part() >= MOST_OF_THEM * chance
                    && Math.abs(open - lost) > CLEAR * error(lost);
        }

        boolean isUnlikeOpen() {
            return deals >= LEAST_DEALS
                    && part() < FEW_OF_THEM * chance
                    && Math.abs(expected - open) > QUITE_CLEAR * error(expected);
        }
    }
}
