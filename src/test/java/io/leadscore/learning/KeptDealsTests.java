package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.scoring.ClosedDeal;
import io.leadscore.scoring.FitInsights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KeptDealsTests {

    private final Read read = new Read(new World(1, World.Settings.usual(200)));

    @Test
    void theSecondPassReadsNothing() {
        KeptDeals deals = new KeptDeals(read);

        List<ClosedDeal> closed = closed(deals);
        List<DealFacts> open = open(deals);

        assertThat(closed).isNotEmpty().isEqualTo(closed(read.world));
        assertThat(open).isNotEmpty().isEqualTo(open(read.world));
        assertThat(closed(deals)).isEqualTo(closed);
        assertThat(open(deals)).isEqualTo(open);
        assertThat(read.passes).containsExactly("closed", "open");
    }

    @Test
    void nothingIsKeptLonger() {
        KeptDeals deals = new KeptDeals(read);

        List<ClosedDeal> first = closed(deals);
        closed(deals);

        assertThat(closed(deals)).isEqualTo(first);
        assertThat(read.passes).containsExactly("closed", "closed");
    }

    @Test
    void asManyAsAreKeptAtMostAreKept() {
        int closed = closed(read.world).size();
        KeptDeals deals = new KeptDeals(read, closed);

        closed(deals);
        closed(deals);

        assertThat(read.passes).containsExactly("closed");
    }

    @Test
    void tooManyAreReadTwice() {
        List<ClosedDeal> all = closed(read.world);
        KeptDeals deals = new KeptDeals(read, all.size() - 1);

        assertThat(closed(deals)).isEqualTo(all);
        assertThat(closed(deals)).isEqualTo(all);
        assertThat(read.passes).containsExactly("closed", "closed");
    }

    @Test
    void whatIsLearntReadsEachDealOnceToSurveyAndCount() {
        Read learnt = new Read(new World(1, World.Settings.usual(600)));

        new Recalibrator(
                        RecalibrationOptions.defaults(),
                        learnt.world.initial(),
                        FitInsights.NONE,
                        World.NOW,
                        phase -> {})
                .run(learnt);

        assertThat(learnt.passes).containsExactly("closed", "open", "histories", "without deal");
    }

    private static List<ClosedDeal> closed(DealSource source) {
        List<ClosedDeal> deals = new ArrayList<>();
        source.forEachClosed(deals::add);
        return deals;
    }

    private static List<DealFacts> open(DealSource source) {
        List<DealFacts> deals = new ArrayList<>();
        source.forEachOpen(deals::add);
        return deals;
    }

    /** A world that counts how often it is gone through. */
    private static final class Read implements DealSource {

        private final World world;
        private final List<String> passes = new ArrayList<>();

        Read(World world) {
            this.world = world;
        }

        @Override
        public void forEachClosed(Consumer<ClosedDeal> consumer) {
            passes.add("closed");
            world.forEachClosed(consumer);
        }

        @Override
        public void forEachOpen(Consumer<DealFacts> consumer) {
            passes.add("open");
            world.forEachOpen(consumer);
        }

        @Override
        public void forEachHistory(Consumer<DealHistory> consumer) {
            passes.add("histories");
            world.forEachHistory(consumer);
        }

        @Override
        public WithoutDeal withoutDeal(List<Instant> instants, Duration horizon) {
            passes.add("without deal");
            return world.withoutDeal(instants, horizon);
        }
    }
}
