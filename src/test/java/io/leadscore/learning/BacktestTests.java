package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.LeadHistory;
import io.leadscore.lead.Outcome;
import io.leadscore.lead.StageChange;
import io.leadscore.scoring.ClosedDeal;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.ComponentWeights;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.Thresholds;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BacktestTests {

    private static final BacktestSpan SPAN =
            new BacktestSpan(World.NOW.minus(Duration.ofDays(400)), World.NOW.minus(Duration.ofDays(100)));

    private static final ScoringProfile FIT_ONLY = profile(new ComponentWeights(85, 5, 5, 5), new Thresholds(60, 45));
    private static final ScoringProfile FIT_LITTLE = profile(new ComponentWeights(5, 5, 5, 85), new Thresholds(60, 45));

    private final World world = new World(7, World.Settings.usual(2_000));

    @Test
    void looksAtTheClosedDealsOfTheSpan() {
        BacktestResult result = run(world, world.initial(), FIT_ONLY);

        long closed = world.deals().stream()
                .map(DealHistory::deal)
                .filter(deal -> deal.isClosed() && SPAN.contains(deal.createdAt()))
                .count();
        assertThat(result.scores().leads()).isEqualTo(closed);
        assertThat(result.counts().getOrDefault("won", 0L) + result.counts().getOrDefault("lost", 0L))
                .isEqualTo(closed);
        assertThat(result.scores().histogramAfter().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(closed);
        assertThat(result.scores().moves()).isNotEmpty();
    }

    @Test
    void tellsWhichRanksBetter() {
        WeightSet little = initial(FIT_LITTLE);

        BacktestResult better = run(world, little, FIT_ONLY);
        BacktestResult worse = run(world, initial(FIT_ONLY), FIT_LITTLE);
        BacktestResult same = run(world, little, FIT_LITTLE);

        assertThat(better.verdict().ranking()).isEqualTo(BacktestVerdict.Ranking.BETTER);
        assertThat(better.verdict().sentence()).contains("ranks better", "ROC AUC +0.", "won and");
        assertThat(worse.verdict().ranking()).isEqualTo(BacktestVerdict.Ranking.WORSE);
        assertThat(same.verdict().ranking()).isEqualTo(BacktestVerdict.Ranking.NO_CLEAR_DIFFERENCE);
        RankComparison ranks = Objects.requireNonNull(better.ranks());
        assertThat(ranks.draft().lift10())
                .isGreaterThan(1.5)
                .isGreaterThan(ranks.live().lift10());
        assertThat(ranks.rocAuc().value())
                .isEqualTo(
                        ranks.draft().rocAuc().value() - ranks.live().rocAuc().value());
        assertThat(run(world, little, FIT_ONLY)).isEqualTo(better);
    }

    @Test
    void knowsNothingThatCameAfterwards() {
        BacktestResult result = run(world, world.initial(), FIT_ONLY);

        assertThat(run(changed(BacktestTests::withAftermath), world.initial(), FIT_ONLY))
                .isEqualTo(result);
    }

    @Test
    void countsNoOutcomeThatWasNotKnownThen() {
        BacktestResult result = run(world, world.initial(), FIT_ONLY);

        BacktestResult turned = run(changed(BacktestTests::withTheOtherOutcome), world.initial(), FIT_ONLY);

        assertThat(turned.scores()).isEqualTo(result.scores());
        assertThat(turned.entries()).isEqualTo(result.entries());
        assertThat(turned.ranks()).isNotEqualTo(result.ranks());
    }

    @Test
    void doesNotUseStoredCohorts() {
        WeightSet stored = world.initial();

        assertThat(run(world, with(stored, world.shuffled(1).initial().cohorts()), FIT_ONLY))
                .isEqualTo(run(world, stored, FIT_ONLY));
    }

    @Test
    void doesCountTheDealsThatWereClosedBefore() {
        DealSource turned = changed(one -> one.deal().isClosed()
                        && Objects.requireNonNull(one.deal().closedAt()).isBefore(SPAN.from())
                ? new DealHistory(turned(one.deal()), one.lead())
                : one);

        assertThat(run(turned, world.initial(), FIT_ONLY).scores())
                .isNotEqualTo(run(world, world.initial(), FIT_ONLY).scores());
    }

    @Test
    void countsEntriesIntoHighByMonth() {
        // Quiet when it is made, a meeting on the 2nd day, forgotten by the 60th, another meeting on the 179th.
        Instant created = Instant.parse("2026-01-10T12:00:00Z");
        DealHistory deal = history(created, created.plus(Duration.ofDays(200)), 2, 179);
        int high = Math.min(points(deal, 3), points(deal, 180));
        BacktestSpan year = new BacktestSpan(Instant.parse("2026-01-01T00:00:00Z"), World.NOW);
        assertThat(points(deal, 0)).isLessThan(high);
        assertThat(points(deal, 60)).isLessThan(high);

        BacktestResult result = run(new Deals(List.of(deal)), initial(withHigh(high)), withHigh(100), year);

        assertThat(result.entries())
                .hasSize(11)
                .startsWith(new HighEntries("2026-01", 1, 0), new HighEntries("2026-02", 0, 0))
                .contains(new HighEntries("2026-07", 1, 0));
        assertThat(result.entries().stream().mapToLong(HighEntries::live).sum()).isEqualTo(2);
        assertThat(result.verdict().ranking()).isEqualTo(BacktestVerdict.Ranking.TOO_FEW_DEALS);
        assertThat(result.ranks()).isNull();
    }

    @Test
    void looksAtAnOpenDealNoLongerThanTheSpan() {
        Instant created = Instant.parse("2026-01-10T12:00:00Z");
        DealHistory closed = history(created, created.plus(Duration.ofDays(200)), 2, 179);
        BacktestSpan spring =
                new BacktestSpan(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-05-01T00:00:00Z"));

        BacktestResult result =
                run(new Deals(List.of(closed)), initial(withHigh(points(closed, 3))), withHigh(100), spring);

        assertThat(result.entries()).extracting(HighEntries::live).containsExactly(1L, 0L, 0L, 0L);
    }

    @Test
    void findsNothingInAnEmptySpan() {
        BacktestSpan old = new BacktestSpan(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(1)));

        assertThat(new Backtest(
                                old,
                                RecalibrationOptions.defaults(),
                                Contender.of(world.initial()),
                                Contender.of(FIT_ONLY, world.initial(), World.NOW),
                                World.NOW,
                                (phase, seen) -> {})
                        .run(world))
                .isNull();
    }

    @Test
    void warnsOfWeightsThatWereLearntFromTheSpan() {
        WeightSet live = world.initial();
        WeightSet learnt = new WeightSet(
                2,
                live.createdAt(),
                live.modelVersion(),
                live.profile(),
                new ComponentWeights(40, 30, 20, 10),
                live.signalWeights(),
                live.cohorts(),
                live.calibration(),
                live.provenance(),
                null,
                null,
                null,
                null);

        assertThat(run(world, learnt, FIT_ONLY).notes())
                .anyMatch(note -> note.startsWith("The live weight set has weights that were learnt"));
        assertThat(run(world, live, FIT_ONLY).notes()).noneMatch(note -> note.contains("learnt"));
    }

    private BacktestResult run(DealSource source, WeightSet live, ScoringProfile draft) {
        return run(source, live, draft, SPAN);
    }

    private static BacktestResult run(DealSource source, WeightSet live, ScoringProfile draft, BacktestSpan span) {
        Backtested tried = new Backtest(
                        span,
                        RecalibrationOptions.defaults(),
                        Contender.of(live),
                        Contender.of(draft, live, World.NOW),
                        World.NOW,
                        (phase, seen) -> {})
                .run(source);
        return Objects.requireNonNull(tried).result();
    }

    private DealSource changed(UnaryOperator<DealHistory> change) {
        return new Deals(world.deals().stream().map(change).toList());
    }

    /** What is known of a lead today because its deal was closed. */
    private static DealHistory withAftermath(DealHistory one) {
        Instant closedAt = one.deal().closedAt();
        if (closedAt == null) {
            return one;
        }
        Instant after = closedAt.plus(Duration.ofHours(1));
        ContactFacts contact = one.lead().contact();
        List<Engagement> engagements = new ArrayList<>(one.lead().engagements());
        engagements.add(new Engagement.Meeting(contact.id() * 100, after, after, after, after, after, "COMPLETED"));
        engagements.add(new Engagement.Call(
                contact.id() * 100 + 1, after, after, after, Engagement.Direction.INCOMING, "COMPLETED", null, null));
        return new DealHistory(
                one.deal(),
                new LeadHistory(
                        new ContactFacts(
                                contact.id(),
                                contact.createdAt(),
                                after,
                                "customer",
                                "UNQUALIFIED",
                                contact.source(),
                                contact.country(),
                                contact.jobLevel(),
                                contact.department(),
                                9L,
                                true,
                                contact.emails(),
                                50,
                                after,
                                after,
                                contact.linkSummary(),
                                contact.mergedIds(),
                                contact.custom()),
                        one.lead().company(),
                        engagements,
                        List.of(new StageChange(after, "customer"))));
    }

    /** Deals that were closed after the span had been lost if they were won. */
    private static DealHistory withTheOtherOutcome(DealHistory one) {
        Instant closedAt = one.deal().closedAt();
        return closedAt == null || closedAt.isBefore(SPAN.to()) ? one : new DealHistory(turned(one.deal()), one.lead());
    }

    private static DealFacts turned(DealFacts deal) {
        return new DealFacts(
                deal.id(),
                deal.createdAt(),
                deal.modifiedAt(),
                deal.amount(),
                deal.closedAt(),
                deal.pipeline(),
                deal.stage(),
                deal.stageProbability(),
                deal.outcome() == Outcome.WON ? Outcome.LOST : Outcome.WON,
                deal.ownerId(),
                deal.custom());
    }

    private DealHistory history(Instant created, Instant closed, int... meetingDays) {
        DealHistory like = world.deals().get(0);
        List<Engagement> meetings = new ArrayList<>();
        for (int day : meetingDays) {
            Instant at = created.plus(Duration.ofDays(day));
            meetings.add(new Engagement.Meeting(day, at, at, at, at, at.plusSeconds(1_800), "COMPLETED"));
        }
        return new DealHistory(
                new DealFacts(
                        1,
                        created,
                        closed,
                        1_000.0,
                        closed,
                        "default",
                        null,
                        null,
                        Outcome.WON,
                        null,
                        like.deal().custom()),
                new LeadHistory(like.lead().contact(), like.lead().company(), meetings, List.of()));
    }

    private int points(DealHistory one, int day) {
        Instant at = one.deal().createdAt().plus(Duration.ofDays(day));
        return new LeadScorer(initial(World.profile()))
                .points(one.lead()
                        .asOf(at, one.deal(), RecalibrationOptions.defaults().statics()));
    }

    private static ScoringProfile withHigh(int high) {
        return profile(World.profile().weights(), new Thresholds(high, high - 1));
    }

    private static WeightSet initial(ScoringProfile profile) {
        return WeightSet.initial(1, World.NOW, "1.0", profile, CohortRates.NONE);
    }

    private static WeightSet with(WeightSet set, CohortRates cohorts) {
        return new WeightSet(
                set.id(),
                set.createdAt(),
                set.modelVersion(),
                set.profile(),
                set.componentWeights(),
                set.signalWeights(),
                cohorts,
                set.calibration(),
                set.provenance(),
                set.thresholds(),
                set.ranges(),
                set.scale(),
                set.ai());
    }

    private static ScoringProfile profile(ComponentWeights weights, Thresholds thresholds) {
        ScoringProfile world = World.profile();
        return new ScoringProfile(
                weights,
                thresholds,
                world.timeStep(),
                world.machineWindow(),
                world.idealClient(),
                world.signals(),
                world.queue(),
                world.nextBestAction(),
                world.outcome(),
                world.customSignals(),
                world.aiRules());
    }

    private record Deals(List<DealHistory> deals) implements DealSource {

        @Override
        public void forEachClosed(Consumer<ClosedDeal> consumer) {
            deals.stream()
                    .filter(one -> one.deal().isClosed())
                    .forEach(one -> consumer.accept(new ClosedDeal(
                            one.deal(), one.lead().contact(), one.lead().company())));
        }

        @Override
        public void forEachOpen(Consumer<DealFacts> consumer) {
            deals.stream().map(DealHistory::deal).filter(one -> !one.isClosed()).forEach(consumer);
        }

        @Override
        public void forEachHistory(Consumer<DealHistory> consumer) {
            deals.forEach(consumer);
        }

        @Override
        public WithoutDeal withoutDeal(List<Instant> instants, Duration horizon) {
            return WithoutDeal.NONE;
        }
    }
}
