package io.leadscore.learning;

import io.leadscore.scoring.Calibration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at deals as weights see them that were learnt from earlier ones: what a score is worth is found on these alone. Where
 * the newest slice has few wins, slices before it are added, each seen by weights of their own.
 */
final class UnseenDeals {

    /** With so many wins the newest slice is enough by itself. */
    private static final int ENOUGH = 100;

    /** The blocks with which slices before the newest one begin. */
    private static final List<Integer> SLICES = List.of(4, 6);

    private final CandidateLearner learner;
    private final LearntWeights proven;
    private final List<Snapshot> looks;
    private final List<Example> examples;
    private final Blocks blocks;

    /**
     * @param proven learnt from what was made before the newest slice
     * @param looks that weights are learnt from
     * @param examples all of them
     */
    UnseenDeals(
            CandidateLearner learner,
            LearntWeights proven,
            List<Snapshot> looks,
            List<Example> examples,
            Blocks blocks) {
        this.learner = learner;
        this.proven = proven;
        this.looks = looks;
        this.examples = examples;
        this.blocks = blocks;
    }

    /** @param snapshots that the probability is learnt from */
    List<Observation> of(List<Snapshot> snapshots) {
        List<Observation> newest = seenBy(proven, between(snapshots, blocks.split(), Instant.MAX));
        if (newest.stream().filter(one -> one.age() == 0 && one.won()).count() >= ENOUGH) {
            return newest;
        }
        List<Observation> unseen = new ArrayList<>();
        for (int i = 0; i < SLICES.size(); i++) {
            Instant from = start(i);
            List<Snapshot> before = looks.stream()
                    .filter(one -> one.fitted() && one.at() < from.toEpochMilli())
                    .toList();
            if (speak(before)) {
                List<Example> made = examples.stream()
                        .filter(one -> one.asOf().isBefore(from))
                        .toList();
                unseen.addAll(seenBy(learner.learn(before, made, proven), between(snapshots, from, start(i + 1))));
            }
        }
        unseen.addAll(newest);
        return unseen;
    }

    private Instant start(int slice) {
        return slice < SLICES.size() ? blocks.starts().get(SLICES.get(slice)) : blocks.split();
    }

    private static List<Snapshot> between(List<Snapshot> looks, Instant from, Instant until) {
        return looks.stream()
                .filter(one -> {
                    Instant made = Instant.ofEpochMilli(one.madeAt());
                    return !made.isBefore(from) && made.isBefore(until);
                })
                .toList();
    }

    /** A full score adds to the log odds what it does for the others. */
    private List<Observation> seenBy(LearntWeights weights, List<Snapshot> looks) {
        double factor = proven.span() > 0 ? weights.span() / proven.span() : 1;
        return looks.stream()
                .map(weights::observed)
                .map(one -> one.withScore(Math.min(1, factor * one.score())))
                .toList();
    }

    private static boolean speak(List<Snapshot> looks) {
        long won = looks.stream().filter(one -> one.age() == 0 && one.won()).count();
        long all = looks.stream().filter(one -> one.age() == 0).count();
        return Calibration.isEnough(Math.toIntExact(won), Math.toIntExact(all - won));
    }
}
