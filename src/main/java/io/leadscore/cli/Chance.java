package io.leadscore.cli;

import io.leadscore.scoring.AgeOffset;
import io.leadscore.scoring.CloseProbability;
import io.leadscore.scoring.DealState;
import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.WeightSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The close probability of a lead that could be.
 *
 * @param score the points, before the queue's rules; every component is taken to be as high
 * @param of how it stands with deals
 * @param percent the probability
 * @param low lower end of the 95 % interval, in percent
 * @param high upper end, in percent
 */
record Chance(int score, String of, double percent, double low, double high) {

    private static final List<Integer> SCORES = List.of(20, 40, 60, 80);

    /** Chances of leads with several scores: with and without deals; where contacts succeed, by how long they are known. */
    static List<Chance> of(WeightSet weights) {
        List<Chance> chances = new ArrayList<>();
        boolean ofContacts = weights.profile().outcome().kind().isOfContacts();
        for (int score : SCORES) {
            if (ofContacts) {
                chances.addAll(byAge(weights, score, "contact", DealState.NONE));
            } else {
                chances.addAll(byAge(weights, score, "deal", DealState.OPEN));
                chances.add(of(weights, score, "never a deal", DealState.NONE, 0));
                chances.add(of(weights, score, "closed deals only", DealState.CLOSED, 0));
            }
        }
        return chances;
    }

    /** Of what is new, and of what is as old as ages are told apart. */
    private static List<Chance> byAge(WeightSet weights, int score, String what, DealState state) {
        ProbabilityCurve curve = weights.calibration().curve();
        List<AgeOffset> ages = curve == null ? List.of() : curve.bands(state);
        List<Chance> chances = new ArrayList<>();
        chances.add(of(weights, score, "new " + what, state, 0));
        int oldest = ages.isEmpty() ? 0 : ages.get(ages.size() - 1).fromDays();
        if (oldest > 0) {
            chances.add(of(weights, score, what + " of " + oldest + " days", state, oldest));
        }
        return chances;
    }

    private static Chance of(WeightSet weights, int score, String of, DealState state, int days) {
        CloseProbability probability = weights.probability(score, state, days);
        return new Chance(score, of, probability.percent(), probability.low(), probability.high());
    }

    /** One row a score, one column for each way to stand with deals. */
    static Grid grid(List<Chance> chances) {
        List<String> headings = new ArrayList<>(List.of("SCORE"));
        chances.stream().map(Chance::of).distinct().map(String::toUpperCase).forEach(headings::add);
        Grid grid = new Grid(headings.toArray(String[]::new));
        for (int score : SCORES) {
            List<Object> cells = new ArrayList<>(List.of(score));
            chances.stream()
                    .filter(chance -> chance.score() == score)
                    .map(chance -> chance.percent() + " % (" + chance.low() + " to " + chance.high() + ")")
                    .forEach(cells::add);
            grid.row(cells.toArray());
        }
        return grid;
    }
}
