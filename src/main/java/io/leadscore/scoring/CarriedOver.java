package io.leadscore.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a weight set that was made by an edit of the profile has of the one before: everything, but for what is named. Of
 * several edits in a row, between which nothing was learnt, the last names what all of them lost.
 *
 * @param from number of the weight set before
 * @param at when the edit was taken over
 * @param losses what was learnt and could not be carried over
 * @param movedPoints how many of the 100 points of a score are given for something else than before
 */
public record CarriedOver(long from, Instant at, List<Loss> losses, double movedPoints) {

    /** So few points are a matter of rounding. */
    private static final double NOTHING = 0.5;

    public CarriedOver {
        losses = Check.copy(losses, "losses");
    }

    /** Whether the weekly job should learn anew at once. */
    public boolean asksForLearning() {
        return !losses.isEmpty() || movedPoints >= NOTHING;
    }

    /** Whether the learnt close probability was lost, so that every lead has the base rate. */
    public boolean lostProbability() {
        return losses.contains(Loss.of(Loss.What.PROBABILITY));
    }

    /** In sentences: from which weight set, and what of it could not be carried over. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                losses.isEmpty()
                        ? "Made from weight set " + from + " after an edit; all that it had learnt is carried over."
                        : "Made from weight set " + from + " after an edit. Not carried over: "
                                + losses.stream().map(Loss::words).collect(Collectors.joining("; ")) + ".");
        if (movedPoints >= NOTHING && !lostProbability()) {
            sentences.add("Up to " + Math.round(movedPoints)
                    + " of 100 points are given for something else than when the close probability was learnt.");
        }
        return sentences;
    }
}
