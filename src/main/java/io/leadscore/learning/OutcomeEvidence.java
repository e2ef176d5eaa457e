package io.leadscore.learning;

import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.OutcomeKind;

/**
 * What an account's data tells of success, so that one can choose what success is.
 *
 * @param dealsWon deals won
 * @param dealsLost deals lost
 * @param contacts live contacts
 * @param customers contacts that are customers by their lifecycle stage, or once became one
 * @param dated those of them of which it is known when they became one
 * @param datedWithoutDeal those of these that never had a deal won
 */
public record OutcomeEvidence(
        long dealsWon, long dealsLost, long contacts, long customers, long dated, long datedWithoutDeal) {

    /** So large a part of the customers without a won deal is no slip. */
    private static final double MANY = 1.0 / 3;

    /** Whether there is enough to learn from what an outcome is. */
    public boolean supports(OutcomeKind kind) {
        return switch (kind) {
            case DEAL_WON -> isEnough(dealsWon, dealsLost);
            case LIFECYCLE_CUSTOMER -> isEnough(dated, contacts - customers);
            case EITHER -> isEnough(dealsWon + datedWithoutDeal, contacts - customers);
        };
    }

    /** The outcome that goes with the data; deals won where nothing speaks for another one. */
    public OutcomeKind proposed() {
        boolean others = dated > 0 && datedWithoutDeal > MANY * dated;
        if (supports(OutcomeKind.DEAL_WON)) {
            return others && supports(OutcomeKind.EITHER) && datedWithoutDeal >= Calibration.LEAST_OF_EACH
                    ? OutcomeKind.EITHER
                    : OutcomeKind.DEAL_WON;
        }
        if (supports(OutcomeKind.LIFECYCLE_CUSTOMER)) {
            return dealsWon > 0 && others ? OutcomeKind.EITHER : OutcomeKind.LIFECYCLE_CUSTOMER;
        }
        return supports(OutcomeKind.EITHER) ? OutcomeKind.EITHER : OutcomeKind.DEAL_WON;
    }

    /** Whether an outcome goes with the data: nothing supports another one better, or somebody chose one that is supported. */
    public boolean goesWith(OutcomeKind chosen) {
        return chosen == proposed() || !supports(proposed()) || (chosen != OutcomeKind.DEAL_WON && supports(chosen));
    }

    /** The counts, and which outcomes they support, in a sentence or two. */
    public String sentence() {
        return "deals: " + dealsWon + " won, " + dealsLost + " lost (deal-won: " + verdict(OutcomeKind.DEAL_WON)
                + "); contacts: " + customers + " of " + contacts + " became customers by lifecycle stage, of " + dated
                + " it is known when (lifecycle-customer: " + verdict(OutcomeKind.LIFECYCLE_CUSTOMER) + "), "
                + datedWithoutDeal + " of them without a won deal (either: " + verdict(OutcomeKind.EITHER) + ")";
    }

    private String verdict(OutcomeKind kind) {
        return supports(kind) ? "enough to learn from" : "not enough yet";
    }

    private static boolean isEnough(long won, long lost) {
        return Calibration.isEnough(clamped(won), clamped(lost));
    }

    private static int clamped(long count) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE / 4, count));
    }
}
