package io.leadscore.learning;

import io.leadscore.scoring.CustomSignal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Learns a candidate of the deals before the newest slice, and sets aside one signal after the other by which the deals of
 * today are unlike any before. Adds to the doubts; not thread-safe.
 */
final class Sifting {

    private final Function<Set<String>, CandidateLearner> learners;
    private final Doubts doubts;
    private final OpenDeals open;
    private final Set<String> declared;

    /** @param learners a learner that sets aside the signals of these names */
    Sifting(
            Function<Set<String>, CandidateLearner> learners,
            Doubts doubts,
            OpenDeals open,
            List<CustomSignal> signals) {
        this.learners = learners;
        this.doubts = doubts;
        this.open = open;
        this.declared = signals.stream().map(CustomSignal::name).collect(Collectors.toSet());
    }

    /**
     * What is left.
     *
     * @param learner sets aside what is doubted
     * @param proven learnt by it
     * @param doubt why the weights are doubted as a whole, in a sentence; null: they are not
     */
    record Sifted(
            CandidateLearner learner,
            LearntWeights proven,
            @Nullable String doubt) {}

    /**
     * Learns.
     *
     * @param looks deal by deal in order of time
     * @param examples in order of time
     */
    Sifted learn(List<Snapshot> looks, List<Example> examples) {
        while (true) {
            CandidateLearner learner = learners.apply(doubts.signals());
            LearntWeights proven = learner.learn(looks, examples, null);
            OpenDeals.Shift shift = open.seenBy(proven, declared);
            if (shift == null) {
                return new Sifted(learner, proven, null);
            }
            String signal = shift.signal();
            if (signal == null || doubts.signals().contains(signal)) {
                return new Sifted(learner, proven, shift.sentence() + ".");
            }
            doubts.add(signal, shift.sentence() + " signal " + signal + ": set aside.");
        }
    }
}
