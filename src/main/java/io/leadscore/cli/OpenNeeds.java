package io.leadscore.cli;

import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.ActionCount;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.Rejections;
import io.leadscore.report.Need;
import io.leadscore.report.Needed;
import java.util.ArrayList;
import java.util.List;

/** What waits for a person, whichever run left it. */
final class OpenNeeds {

    private OpenNeeds() {}

    /** In the order of {@link Need}; nothing when nothing waits. */
    static List<Needed> of(long portalId, Rejections rejections, ActionBook book) {
        List<ActionCount> counts = book.counts(portalId);
        List<Needed> open = new ArrayList<>();
        add(Need.LEADS_REJECTED, rejections.unresolved(portalId).size(), open);
        add(Need.ACTIONS_FAILED, count(counts, ActionState.FAILED), open);
        add(Need.ACTIONS_UNKNOWN, count(counts, ActionState.UNKNOWN), open);
        return open;
    }

    private static void add(Need need, long count, List<Needed> open) {
        if (count > 0) {
            open.add(new Needed(need, count));
        }
    }

    private static long count(List<ActionCount> counts, ActionState state) {
        return counts.stream()
                .filter(count -> count.state() == state)
                .mapToLong(ActionCount::actions)
                .sum();
    }
}
