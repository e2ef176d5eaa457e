package io.leadscore.scoring;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Outcome;
import java.time.Duration;
import java.time.Instant;

/**
 * What closed deals add up to.
 *
 * @param won deals won
 * @param lost deals lost
 * @param amountSum amounts of the won deals that have one, in the account's currency
 * @param amountCount how many these are
 * @param cycleDaysSum days from creation to close of the won deals of which they are known
 * @param cycleCount how many these are
 */
public record Counts(int won, int lost, double amountSum, int amountCount, double cycleDaysSum, int cycleCount) {

    /** No deal. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    /** One deal; nothing while it is open. Of a lost deal neither amount nor cycle counts: both are left to drift. */
    public static Counts of(DealFacts deal) {
        if (deal.outcome() == Outcome.OPEN) {
            return NONE;
        }
        if (deal.outcome() == Outcome.LOST) {
            return new Counts(0, 1, 0, 0, 0, 0);
        }
        Double amount = deal.amount();
        boolean priced = amount != null && amount > 0;
        Duration cycle = deal.salesCycle();
        return new Counts(
                1,
                0,
                priced ? amount : 0,
                priced ? 1 : 0,
                cycle == null ? 0 : cycle.toSeconds() / SECONDS_A_DAY,
                cycle == null ? 0 : 1);
    }

    /**
     * Whether deals counted at an instant include this one: it is closed, it was created by then, and its close date is
     * known and not after. Asked when deals are counted and again when a lead's own are taken out; the answers differ only
     * where HubSpot's past changed in between, as by an import or a deal closed with its date left in the past.
     */
    static boolean include(DealFacts deal, Instant countedAt) {
        Instant closedAt = deal.closedAt();
        return deal.isClosed()
                && closedAt != null
                && !closedAt.isAfter(countedAt)
                && !deal.createdAt().isAfter(countedAt);
    }

    /** Deals won or lost. */
    public int deals() {
        return won + lost;
    }

    /** These and those. */
    public Counts plus(Counts other) {
        return new Counts(
                won + other.won,
                lost + other.lost,
                amountSum + other.amountSum,
                amountCount + other.amountCount,
                cycleDaysSum + other.cycleDaysSum,
                cycleCount + other.cycleCount);
    }

    /**
     * These without those; never below zero, as a deal of several contacts was counted in another's cohorts, and facts may
     * have been edited since.
     */
    public Counts minus(Counts other) {
        return new Counts(
                Math.max(0, won - other.won),
                Math.max(0, lost - other.lost),
                Math.max(0, amountSum - other.amountSum),
                Math.max(0, amountCount - other.amountCount),
                Math.max(0, cycleDaysSum - other.cycleDaysSum),
                Math.max(0, cycleCount - other.cycleCount));
    }

    /** How a reason tells of them. */
    String alike() {
        return "deals alike won " + won + " of " + deals();
    }
}
