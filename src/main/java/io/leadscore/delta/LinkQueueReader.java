package io.leadscore.delta;

import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.LinkQueue;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads the ids of one type that are queued to be associated, ascending. Needs no state for a restart: what is done has
 * left the queue. Not thread-safe; one per step execution.
 */
final class LinkQueueReader implements ItemReader<Long> {

    /** HubSpot's most inputs of an associations batch read. */
    static final int PAGE = 1_000;

    private final LinkQueue queue;
    private final long portalId;
    private final ObjectType type;
    private final Deque<Long> buffer = new ArrayDeque<>();
    private long lastId;

    LinkQueueReader(LinkQueue queue, long portalId, ObjectType type) {
        this.queue = queue;
        this.portalId = portalId;
        this.type = type;
    }

    @Override
    public @Nullable Long read() {
        if (buffer.isEmpty()) {
            buffer.addAll(queue.next(portalId, type, lastId, PAGE));
        }
        Long next = buffer.poll();
        if (next != null) {
            lastId = next;
        }
        return next;
    }
}
