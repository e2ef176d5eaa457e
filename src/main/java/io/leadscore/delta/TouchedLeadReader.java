package io.leadscore.delta;

import io.leadscore.lead.Lead;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.Touched;
import io.leadscore.ledger.Touches;
import io.leadscore.ledger.WrittenScore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads the touched leads from the mirror, ascending by contact id, a page of them at a time. Needs no state for a
 * restart: what is scored is no longer touched. Not thread-safe; one per step execution.
 */
final class TouchedLeadReader implements ItemReader<LeadToScore> {

    private final long portalId;
    private final Instant asOf;
    private final int page;
    private final Touches touches;
    private final Mirror mirror;
    private final Scores scores;
    private final Deque<LeadToScore> buffer = new ArrayDeque<>();
    private long lastId;

    TouchedLeadReader(long portalId, Instant asOf, int page, Touches touches, Mirror mirror, Scores scores) {
        this.portalId = portalId;
        this.asOf = asOf;
        this.page = page;
        this.touches = touches;
        this.mirror = mirror;
        this.scores = scores;
    }

    @Override
    public @Nullable LeadToScore read() {
        if (buffer.isEmpty()) {
            fetch();
        }
        return buffer.poll();
    }

    private void fetch() {
        List<Touched> touched = touches.next(portalId, lastId, page);
        if (touched.isEmpty()) {
            return;
        }
        List<Long> ids = touched.stream().map(Touched::contactId).toList();
        Map<Long, Lead> leads =
                mirror.leads(portalId, ids, asOf).stream().collect(Collectors.toMap(Lead::id, Function.identity()));
        Map<Long, WrittenScore> written = scores.written(portalId, ids);
        touched.forEach(
                one -> buffer.add(new LeadToScore(one, leads.get(one.contactId()), written.get(one.contactId()))));
        lastId = ids.get(ids.size() - 1);
    }
}
