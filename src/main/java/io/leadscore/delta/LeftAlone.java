package io.leadscore.delta;

import io.leadscore.ledger.Scores;
import io.leadscore.ledger.WrittenScore;
import io.leadscore.report.RunTally;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Leads whose score properties somebody else writes again and again, and which are left so. Not thread-safe. */
final class LeftAlone {

    private static final int MOST_NAMED = 20;

    private final long portalId;
    private final Scores scores;
    private final RunTally tally;
    private final List<Long> fresh = new ArrayList<>();
    private final List<Long> named = new ArrayList<>();
    private long all;

    LeftAlone(long portalId, Scores scores, RunTally tally) {
        this.portalId = portalId;
        this.scores = scores;
        this.tally = tally;
    }

    void add(long contactId) {
        fresh.add(contactId);
    }

    /** Keeps those that were added since in the ledger, and has the report name them. */
    void remember() {
        if (fresh.isEmpty()) {
            return;
        }
        scores.setTakenBack(portalId, fresh, WrittenScore.LEFT);
        all += fresh.size();
        fresh.stream().limit(MOST_NAMED - named.size()).forEach(named::add);
        tally.add("leads left as somebody else wrote them", fresh.size());
        fresh.clear();
        String ids = named.stream().map(id -> Long.toString(id)).collect(Collectors.joining(", "));
        tally.note(
                "overwritten",
                "Somebody else, such as a workflow, writes our properties again and again, so that theirs are left: of"
                        + " contact " + ids + (all > named.size() ? " and " + (all - named.size()) + " more" : "")
                        + ". To have ours written each time, set when-overwritten: keep-writing in"
                        + " jobs/delta-scoring.yml.");
    }
}
