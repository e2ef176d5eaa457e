package io.leadscore.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * The text of {@code ai_score_reasons}: rules that lowered the score, the three strongest reasons for it, the three
 * strongest against it, and how far the probability can be trusted. ASCII, one per line.
 */
final class Reasons {

    private static final int STRONGEST = 3;

    private Reasons() {}

    static String of(List<Contribution> contributions, CloseProbability probability) {
        StringJoiner lines = new StringJoiner("\n");
        contributions.stream()
                .filter(contribution -> contribution.component() == null && isLowering(contribution))
                .forEach(rule -> lines.add(
                        "- " + Numbers.hundredths(-rule.hundredths()) + " points taken away: " + rule.sentence()));
        strongest(contributions, 1).forEach(reason -> lines.add(line("+ ", reason)));
        strongest(contributions, -1).forEach(reason -> lines.add(line("- ", reason)));
        lines.add(
                probability.enoughData()
                        ? "Close probability: " + probability.percent() + " %, plausible from " + probability.low()
                                + " to " + probability.high() + " %."
                        : "Close probability: base rate only, " + why(probability) + ".");
        return lines.toString();
    }

    private static Stream<Contribution> strongest(List<Contribution> contributions, int sign) {
        return contributions.stream()
                .filter(contribution -> contribution.component() != null && contribution.effect() * sign > 0)
                .sorted(Comparator.comparingInt(contribution -> -sign * contribution.effect()))
                .limit(STRONGEST);
    }

    private static String line(String sign, Contribution reason) {
        return sign + Numbers.hundredths(reason.hundredths()) + " of " + Numbers.hundredths(reason.maxHundredths())
                + " points: " + reason.sentence();
    }

    private static boolean isLowering(Contribution rule) {
        return rule.signal().equals(Rules.ONLY_OPENS) || rule.signal().equals(Rules.OUT_OF_QUEUE);
    }

    private static String why(CloseProbability probability) {
        int deals = probability.resolvedDeals();
        return deals < Calibration.LEAST_RESOLVED
                ? "not enough data (" + deals + " of " + Calibration.LEAST_RESOLVED + " closed deals)"
                : "not calibrated yet (" + deals + " closed deals)";
    }
}
