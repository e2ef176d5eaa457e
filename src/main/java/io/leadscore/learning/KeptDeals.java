package io.leadscore.learning;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.scoring.ClosedDeal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Deals that are gone through twice, first to survey, then to count them, and read once: those of the first pass are kept
 * for the second, and no longer. Too many to be kept are read twice. Not thread-safe.
 */
final class KeptDeals implements DealSource {

    /** With contact and company about 1.5 KB each: 150 MB of the 1 GiB of heap that a run has, given back before it learns. */
    private static final int MOST = 100_000;

    private final DealSource source;
    private final Kept<ClosedDeal> closed;
    private final Kept<DealFacts> open;

    KeptDeals(DealSource source) {
        this(source, MOST);
    }

    /** @param most so many closed deals, and so many open ones, are kept */
    KeptDeals(DealSource source, int most) {
        this.source = source;
        this.closed = new Kept<>(most);
        this.open = new Kept<>(most);
    }

    @Override
    public void forEachClosed(Consumer<ClosedDeal> consumer) {
        closed.forEach(source::forEachClosed, consumer);
    }

    @Override
    public void forEachOpen(Consumer<DealFacts> consumer) {
        open.forEach(source::forEachOpen, consumer);
    }

    @Override
    public void forEachHistory(Consumer<DealHistory> consumer) {
        source.forEachHistory(consumer);
    }

    @Override
    public WithoutDeal withoutDeal(List<Instant> instants, Duration horizon) {
        return source.withoutDeal(instants, horizon);
    }

    /** What was read in one pass, until it is asked for in the next. */
    private static final class Kept<T> {

        private final int most;
        private @Nullable List<T> kept;

        Kept(int most) {
            this.most = most;
        }

        void forEach(Consumer<Consumer<T>> source, Consumer<T> consumer) {
            List<T> last = kept;
            kept = null;
            if (last == null) {
                kept = read(source, consumer);
            } else {
                last.forEach(consumer);
            }
        }

        private @Nullable List<T> read(Consumer<Consumer<T>> source, Consumer<T> consumer) {
            List<T> read = new ArrayList<>();
            int[] seen = new int[1];
            source.accept(one -> {
                consumer.accept(one);
                if (++seen[0] <= most) {
                    read.add(one);
                } else {
                    read.clear();
                }
            });
            return seen[0] <= most ? read : null;
        }
    }
}
