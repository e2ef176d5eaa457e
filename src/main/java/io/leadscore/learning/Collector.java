package io.leadscore.learning;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Lead;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.Segmentation;
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

    /** Weights are learnt from so many of them; more would only take longer. */
    private static final long MOST_LEARNT = 80_000;

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

    private final Segmentation segmentation;
    private final SegmentTally tally;
    private final LevelIndex index;
    private final long keptPerThousand;
    private final List<Example> examples = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Snapshot> today = new ArrayList<>();

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
        this.segmentation = new Segmentation(profile);
        this.tally = new SegmentTally(segmentation.segments().size());
        this.index = new LevelIndex(profile, SignalReader.signals(profile));
        // A deal is looked at three times on average.
        this.keptPerThousand = Math.max(1, THOUSAND * MOST_SNAPSHOTS / Math.max(MOST_SNAPSHOTS, 3L * survey.deals()));
    }

    void add(DealHistory history) {
        DealFacts deal = history.deal();
        if (isExcluded(history)) {
            return;
        }
        if (deal.isClosed() && !segmentation.isEmpty()) {
            tally.add(segmentation.of(lead(history, deal.createdAt())), deal.outcome() == Outcome.WON);
        }
        addExample(history);
        if (!deal.isClosed() && !deal.createdAt().isAfter(now)) {
            int age = Ages.of(Duration.between(deal.createdAt(), now).toDays());
            today.add(look(history, now, age, blocks.of(now), false));
        }
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

    /** How many closed deals there are of each segment. */
    SegmentTally tally() {
        return tally;
    }

    /** The cohorts that leads were in. */
    LevelIndex index() {
        return index;
    }

    /** Those that weights may be learnt from while the newest slice is to judge them. */
    List<Snapshot> fittedLooks() {
        return looks().stream().filter(Snapshot::fitted).toList();
    }

    /** Of all of them as many as weights are learnt from, deal by deal, in the order in which the deals were made. */
    List<Snapshot> looks() {
        long kept = Math.max(1, THOUSAND * MOST_LEARNT / Math.max(MOST_LEARNT, snapshots.size()));
        return snapshots.stream()
                .filter(one -> Long.remainderUnsigned((one.group() * PRIME) >>> 16, THOUSAND) < kept)
                .sorted(Comparator.comparingLong(Snapshot::madeAt)
                        .thenComparingLong(Snapshot::group)
                        .thenComparingInt(Snapshot::age))
                .toList();
    }

    /** Those that the probability is learnt from, in the order of their deals. */
    List<Snapshot> snapshots() {
        return snapshots.stream().filter(Snapshot::levelled).toList();
    }

    /** Deals before, at all ages, and those that are open today. */
    OpenDeals openDeals() {
        return new OpenDeals(snapshots(), today);
    }

    private Example example(DealHistory history) {
        DealFacts deal = history.deal();
        Instant asOf = deal.createdAt();
        boolean judged = !asOf.isBefore(blocks.split());
        // What is judged is read by what was known when the newest slice began.
        int block = judged ? blocks.judging() : blocks.of(asOf);
        Lead lead = lead(history, asOf);
        SignalReader.Reading read = candidate.read(block, lead);
        return new Example(
                deal.id(),
                history.lead().group(),
                asOf,
                deal.outcome() == Outcome.WON,
                judged,
                candidate.seesAi(block, lead),
                incumbent.values(block, lead),
                read.values(),
                index.of(read),
                judged ? late(history) : Example.Late.NONE,
                judged ? SignalReader.cohorts(profile, lead) : Map.of(),
                segmentation.of(lead));
    }

    private Example.Late late(DealHistory history) {
        DealFacts deal = history.deal();
        Instant closedAt = deal.closedAt();
        Instant asOf = closedAt == null ? deal.createdAt() : closedAt.minus(options.beforeClose());
        if (asOf.isBefore(deal.createdAt())) {
            return Example.Late.NONE;
        }
        Lead lead = lead(history, asOf);
        SignalReader.Reading read = candidate.read(blocks.judging(), lead);
        return new Example.Late(incumbent.values(blocks.judging(), lead), read.values(), index.of(read));
    }

    private void addSnapshots(DealHistory history) {
        DealFacts deal = history.deal();
        Instant closedAt = deal.isClosed() ? deal.closedAt() : null;
        Instant first = now.minus(options.calibrationWindow());
        for (int age = 0; age < Ages.count(); age++) {
            Instant at = deal.createdAt().plus(Duration.ofDays(Ages.days(age)));
            boolean over = age > 0 && closedAt != null && !at.isBefore(closedAt);
            boolean young = at.isAfter(age == 0 ? resolvedUntil : wholeHorizonUntil);
            // Of those that are too young the closed ones say who is won, though not how many are.
            if (over || (young && (age > 0 || closedAt == null))) {
                return;
            }
            int block = blocks.of(at);
            if (!at.isBefore(first)) {
                snapshots.add(look(history, at, age, block, young));
            }
        }
    }

    private Snapshot look(DealHistory history, Instant at, int age, int block, boolean young) {
        Lead lead = lead(history, at);
        SignalReader.Reading read = candidate.read(block, lead);
        return new Snapshot(
                at.toEpochMilli(),
                history.lead().group(),
                age,
                young ? blocks.starts().size() + 1 : block + 1,
                at.isBefore(blocks.split()) && !young,
                block >= 0 && !young,
                isWonWithin(history.deal(), at),
                single(read.values()),
                index.of(read),
                segmentation.of(lead));
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
