package io.leadscore.recalibration;

import io.leadscore.ledger.WeightSetEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which weight sets were live before the live one, by what happened: a pile to which every promotion adds, and from which a
 * rollback takes all that lies above the one that it goes back to. So one rollback after another goes back further and
 * further, and never returns to what was given up.
 */
final class LiveHistory {

    private LiveHistory() {}

    /** The id of the weight set that was live before; null when there was none. */
    static @Nullable Long before(List<WeightSetEvent> newestFirst) {
        Deque<Long> pile = new ArrayDeque<>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            WeightSetEvent event = newestFirst.get(i);
            long id = event.weightSetId();
            if (event.action().equals(WeightSetEvent.ROLLED_BACK_TO) && pile.contains(id)) {
                while (pile.element() != id) {
                    pile.pop();
                }
            } else if (isPromotion(event)) {
                pile.removeIf(other -> other == id);
                pile.push(id);
            }
        }
        pile.poll();
        return pile.peek();
    }

    private static boolean isPromotion(WeightSetEvent event) {
        return event.action().equals(WeightSetEvent.PROMOTED) || event.action().equals(WeightSetEvent.ROLLED_BACK_TO);
    }
}
