package io.leadscore.learning;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Lead;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.SignalReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Makes examples and snapshots of deals, each of a lead as it was known at an instant. Not thread-safe.
 */
final class Collector {

    /** More snapshots than that are thinned out, by deal. */
    private static final int MOST_SNAPSHOTS = 250_000;

    private static final long PRIME = 2_654_435_761L;
    private static final int THOUSAND = 1_000;

    private final RecalibrationOptions options;
    private final Eligibility eligibility;
    private final Blocks blocks;
    private final Structure incumbent;
    private final Structure candidate;
    private final ScoringProfile profile;
    private final Instant now;
    private final Instant resolvedUntil;
    /** What is slow needs its whole time: most of its age are closed, but it is not. */
    private final Instant wholeHorizonUntil;

    private final long keptPerThousand;
    private final List<Example> examples = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();

    Collector(Survey survey, Structure incumbent, Structure candidate) {
        this.options = survey.options();
        this.eligibility = survey.eligibility();
        this.blocks = survey.blocks();
        this.profile = survey.profile();
        this.now = survey.now();
        this.resolvedUntil = survey.now().minus(survey.resolvedAge());
        this.wholeHorizonUntil = survey.now().minus(profile.outcome().horizon());
        this.incumbent = incumbent;
        this.candidate = candidate;
        // A deal is looked at three times on average.
        this.keptPerThousand = Math.max(1, THOUSAND * MOST_SNAPSHOTS / Math.max(MOST_SNAPSHOTS, 3L * survey.deals()));
    }

    void add(DealHistory history) {
        DealFacts deal = history.deal();
        if (isExcluded(history)) {
            return;
        }
        addExample(history);
        if (Long.remainderUnsigned((deal.id() * PRIME) >>> 16, THOUSAND) < keptPerThousand) {
            addSnapshots(history);
        }
    }

    /** Takes the deal's example alone. */
    void addExample(DealHistory history) {
        DealFacts deal = history.deal();
        if (deal.isClosed() && !isExcluded(history) && blocks.of(deal.createdAt()) >= 0) {
            examples.add(example(history));
        }
    }

    private boolean isExcluded(DealHistory history) {
        DealFacts deal = history.deal();
        return deal.isClosed() && eligibility.excluded(deal, history.lead().contact()) != null;
    }

    /** In order of time, ties by deal. */
    List<Example> examples() {
        examples.sort(Comparator.comparing(Example::asOf).thenComparing(Example::dealId));
        return examples;
    }

    /** Those that weights may be learnt from, deal by deal, in the order in which the deals were made. */
    List<Snapshot> fittedLooks() {
        return snapshots.stream()
                .filter(Snapshot::fitted)
                .sorted(Comparator.comparingLong(Snapshot::madeAt)
                        .thenComparingLong(Snapshot::group)
                        .thenComparingInt(Snapshot::age))
                .toList();
    }

    /** In the order of their deals. */
    List<Snapshot> snapshots() {
        return snapshots;
    }

    private Example example(DealHistory history) {
        DealFacts deal = history.deal();
        Instant asOf = deal.createdAt();
        boolean judged = !asOf.isBefore(blocks.split());
        // What is judged is read by what was known when the newest slice began.
        int block = judged ? blocks.judging() : blocks.of(asOf);
        Lead lead = lead(history, asOf);
        return new Example(
                deal.id(),
                history.lead().group(),
                asOf,
                deal.outcome() == Outcome.WON,
                judged,
                candidate.seesAi(block, lead),
                incumbent.values(block, lead),
                candidate.values(block, lead),
                judged ? late(history) : Example.Late.NONE,
                judged ? SignalReader.cohorts(profile, lead) : Map.of());
    }

    private Example.Late late(DealHistory history) {
        DealFacts deal = history.deal();
        Instant closedAt = deal.closedAt();
        Instant asOf = closedAt == null ? deal.createdAt() : closedAt.minus(options.beforeClose());
        if (asOf.isBefore(deal.createdAt())) {
            return Example.Late.NONE;
        }
        Lead lead = lead(history, asOf);
        return new Example.Late(incumbent.values(blocks.judging(), lead), candidate.values(blocks.judging(), lead));
    }

    private void addSnapshots(DealHistory history) {
        DealFacts deal = history.deal();
        Instant closedAt = deal.isClosed() ? deal.closedAt() : null;
        Instant first = now.minus(options.calibrationWindow());
        for (int age = 0; age < Ages.count(); age++) {
            Instant at = deal.createdAt().plus(Duration.ofDays(Ages.days(age)));
            boolean over = age > 0 && closedAt != null && !at.isBefore(closedAt);
            if (over || at.isAfter(age == 0 ? resolvedUntil : wholeHorizonUntil)) {
                return;
            }
            int block = blocks.of(at);
            if (block >= 0 && !at.isBefore(first)) {
                snapshots.add(new Snapshot(
                        at.toEpochMilli(),
                        history.lead().group(),
                        age,
                        block,
                        at.isBefore(blocks.split()),
                        isWonWithin(deal, at),
                        single(candidate.values(block, lead(history, at)))));
            }
        }
    }

    private boolean isWonWithin(DealFacts deal, Instant at) {
        Instant closedAt = deal.closedAt();
        return deal.outcome() == Outcome.WON
                && closedAt != null
                && !closedAt.isAfter(at.plus(profile.outcome().horizon()));
    }

    private Lead lead(DealHistory history, Instant asOf) {
        return history.lead().asOf(asOf, history.deal(), options.statics());
    }

    private static float[] single(double[] values) {
        float[] single = new float[values.length];
        for (int i = 0; i < single.length; i++) {
            single[i] = (float) values[i];
        }
        return single;
    }
}
