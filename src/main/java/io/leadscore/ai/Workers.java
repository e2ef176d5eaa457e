package io.leadscore.ai;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntConsumer;

/**
 * Does a run's work on several threads until the deadline, and no longer: whoever hangs is left alone. Until the server
 * has proved to answer, work is done piece by piece, so that a wrong key or a dead server costs one request.
 */
final class Workers {

    private final Breaker breaker;
    private final int concurrency;

    Workers(Breaker breaker, int concurrency) {
        this.breaker = breaker;
        this.concurrency = concurrency;
    }

    /** A piece of work, which says how many profiles it dealt with. */
    @FunctionalInterface
    interface Piece {

        int done() throws InterruptedException;
    }

    /**
     * Does the pieces.
     *
     * @param progress is told, on this thread, how many profiles each piece dealt with
     */
    void work(Run run, List<Piece> pieces, IntConsumer progress) {
        if (pieces.isEmpty()) {
            return;
        }
        if (run.deadline().left() == 0) {
            run.stop(Trouble.TIME);
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(concurrency, pieces.size()), Workers::thread);
        BlockingQueue<Future<Integer>> finished = new LinkedBlockingQueue<>();
        CompletionService<Integer> work = new ExecutorCompletionService<>(threads, finished);
        try {
            int next = 0;
            int running = 0;
            while (true) {
                while (next < pieces.size() && running < (breaker.isProven() ? concurrency : 1) && !run.isStopped()) {
                    Piece piece = pieces.get(next++);
                    work.submit(() -> guarded(run, piece));
                    running++;
                }
                if (running == 0) {
                    return;
                }
                Future<Integer> one = run.deadline().poll(finished);
                if (one == null) {
                    run.stop(breaker.timeUp());
                    return;
                }
                running--;
                progress.accept(one.get());
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            run.stop(Trouble.TIME);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(failure);
        } finally {
            threads.shutdownNow();
        }
    }

    private int guarded(Run run, Piece piece) throws InterruptedException {
        try {
            return piece.done();
        } catch (Stopped stopped) {
            return 0;
        } catch (FailedCall failure) {
            if (breaker.isOpen()) {
                run.stop(Trouble.of(failure));
            } else {
                run.note(Trouble.of(failure));
            }
            return 0;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ai");
        thread.setDaemon(true);
        return thread;
    }
}
