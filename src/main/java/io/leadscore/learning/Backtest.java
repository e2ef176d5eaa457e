package io.leadscore.learning;

import io.leadscore.learning.Replay.Judged;
import io.leadscore.scoring.FitInsights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Scores the deals of a span as they were known when they were made, by a draft and by the live weight set, and compares
 * what came of it. The same deals, options and contenders give the same result to the bit. Not thread-safe.
 */
public final class Backtest {

    private final BacktestSpan span;
    private final RecalibrationOptions options;
    private final Contender live;
    private final Contender draft;
    private final Instant now;
    private final ObjLongConsumer<String> progress;

    /**
     * @param options which facts are static, and how intervals are drawn; nothing else of them is used
     * @param now until when facts are known
     * @param progress told the name of each phase and how many deals it has looked at
     */
    public Backtest(
            BacktestSpan span,
            RecalibrationOptions options,
            Contender live,
            Contender draft,
            Instant now,
            ObjLongConsumer<String> progress) {
        this.span = span;
        this.options = options;
        this.live = live;
        this.draft = draft;
        this.now = now;
        this.progress = progress;
    }

    /** Looks back; null when no deal that was made in the span was closed. */
    public @Nullable Backtested run(DealSource source) {
        BacktestDeals deals = new BacktestDeals(span, now);
        Counter survey = new Counter("survey deals");
        source.forEachClosed(survey.before(deals::add));
        source.forEachOpen(survey.before(deals::addOpen));
        if (deals.isEmpty()) {
            return null;
        }
        Blocks blocks = deals.blocks();
        List<Instant> instants = new ArrayList<>(blocks.starts());
        instants.add(now);
        // Neither sees the AI: what it is told was learnt from deals that are looked at here.
        Structure ofLive = new Structure(live.weights(), live.scheme(), false, instants, FitInsights.NONE);
        Structure ofDraft = new Structure(draft.weights(), draft.scheme(), false, instants, FitInsights.NONE);
        count(source, ofLive, ofDraft);
        Replay replay = new Replay(span, deals.eligibility(), blocks, ofLive, ofDraft, options.statics());
        source.forEachHistory(new Counter("replay deals").before(replay::add));
        RankComparison ranks = ranks(replay.judged());
        BacktestResult result = new BacktestResult(
                span,
                BacktestVerdict.of(ranks, deals.won(), deals.lost()),
                deals.counts(),
                replay.scores(),
                ranks,
                replay.entries(),
                notes(ofLive));
        return new Backtested(result, ofDraft.at(instants.size() - 1));
    }

    private void count(DealSource source, Structure... structures) {
        Counter counter = new Counter("count cohorts");
        source.forEachClosed(counter.before(deal -> {
            for (Structure structure : structures) {
                structure.counting().forEach(builder -> builder.add(deal));
            }
        }));
        source.forEachOpen(counter.before(deal -> {
            for (Structure structure : structures) {
                structure.counting().forEach(builder -> builder.addOpen(deal));
            }
        }));
    }

    private @Nullable RankComparison ranks(List<Judged> judged) {
        boolean[] won = new boolean[judged.size()];
        int wins = 0;
        for (int i = 0; i < won.length; i++) {
            won[i] = judged.get(i).won();
            wins += won[i] ? 1 : 0;
        }
        if (Math.min(wins, won.length - wins) < BacktestVerdict.LEAST_OF_EACH) {
            return null;
        }
        double[] livePoints = judged.stream().mapToDouble(Judged::live).toArray();
        double[] draftPoints = judged.stream().mapToDouble(Judged::draft).toArray();
        progress.accept("compare", won.length);
        PairedBootstrap bootstrap = new PairedBootstrap(
                won,
                judged.stream().mapToLong(Judged::group).toArray(),
                options.promotion().draws(),
                options.seed());
        return new RankComparison(
                RankMetrics.of(livePoints, won, bootstrap),
                RankMetrics.of(draftPoints, won, bootstrap),
                bootstrap.rocAuc(draftPoints, livePoints));
    }

    private List<String> notes(Structure ofLive) {
        List<String> notes = new ArrayList<>();
        notes.add("Taken to have been then what they are today: " + options.statics() + ".");
        if (ofLive.at(0).cohorts().total().deals() == 0) {
            notes.add(
                    "No deal was closed before the span, so that the first deals of it are scored without win rates.");
        }
        learnt("live weight set", live, notes);
        learnt("draft", draft, notes);
        return notes;
    }

    private void learnt(String who, Contender contender, List<String> notes) {
        Instant until = contender.learntUntil();
        if (until != null && until.isAfter(span.from())) {
            notes.add("The " + who + " has weights that were learnt from outcomes up to "
                    + until.toString().substring(0, "2026-01-01".length())
                    + ", some of them of this span: on these it looks better than it is.");
        }
    }

    /** Tells how many deals a phase has looked at, a thousand at a time. */
    private final class Counter {

        private static final int STEP = 1_000;

        private final String phase;
        private long seen;

        Counter(String phase) {
            this.phase = phase;
        }

        <T> Consumer<T> before(Consumer<T> look) {
            return one -> {
                if (++seen % STEP == 1) {
                    progress.accept(phase, seen);
                }
                look.accept(one);
            };
        }
    }
}
