package io.leadscore.scoring;

import java.util.List;

/**
 * What a score is made of: where every lead begins, its signals' contributions in fixed order, what its age or its deal's
 * gives, then the rules that limited or lowered it, then what rounds it to whole points. The score is their sum; there is
 * nothing else.
 *
 * @param contributions in fixed order
 */
public record Explanation(List<Contribution> contributions) {

    public Explanation {
        contributions = List.copyOf(contributions);
    }

    /** The sum of all contributions: the score's points, times 100. */
    public int hundredths() {
        int sum = 0;
        for (Contribution contribution : contributions) {
            sum += contribution.hundredths();
        }
        return sum;
    }

    /** The strongest reasons, one per line, as {@code ai_score_reasons} says them. */
    public String reasons(CloseProbability probability) {
        return Reasons.of(contributions, probability);
    }
}
