package io.leadscore.delta;

import io.leadscore.delta.PageSource.PlacedPage;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Fetches pages a few ahead of their reader, so that the rate limit is used while a chunk is being committed. Pages come
 * in order; after the last one, or a failure, nothing is fetched. Read by one thread, fetched by one other.
 */
final class PagesAhead implements AutoCloseable {

    private static final int AHEAD = 5;

    /** A page, or why there is none. */
    private sealed interface Fetched {}

    private record Page(PlacedPage page) implements Fetched {}

    private record Failure(RuntimeException cause) implements Fetched {}

    private final BlockingQueue<Fetched> fetched = new ArrayBlockingQueue<>(AHEAD);
    private volatile boolean closed;

    PagesAhead(String name, PageSource source) {
        Thread thread = new Thread(() -> fetchAll(source), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void fetchAll(PageSource source) {
        boolean more = true;
        while (more && !closed) {
            Fetched next;
            try {
                PlacedPage page = source.next();
                more = !page.last();
                next = new Page(page);
            } catch (RuntimeException failure) {
                more = false;
                next = new Failure(failure);
            } catch (Error failure) {
                // Whoever waits for the page must not wait for ever.
                more = false;
                next = new Failure(new IllegalStateException("Fetching ended with an error", failure));
            }
            offer(next);
        }
    }

    /** The thread looks up now and then whether it is still wanted. It is never interrupted: it may be in the database. */
    private void offer(Fetched next) {
        try {
            boolean taken = false;
            while (!taken && !closed) {
                taken = fetched.offer(next, 100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /**
     * The next page; must not be asked after the last one.
     *
     * @throws RuntimeException what fetching it ended with
     */
    PlacedPage take() {
        try {
            Fetched next = fetched.take();
            if (next instanceof Failure failure) {
                throw failure.cause();
            }
            return ((Page) next).page();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Stopped while waiting for HubSpot.");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
