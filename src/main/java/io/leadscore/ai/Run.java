package io.leadscore.ai;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of the analyst, shared by the threads that work for it. When it is over, a thread that still waits for an answer
 * leaves the ledger alone. Thread-safe.
 */
final class Run {

    private final long portalId;
    private final Deadline deadline;
    private final Tally tally;
    private final ReentrantLock ledger = new ReentrantLock();
    private boolean over;
    private volatile boolean stopped;
    private volatile @Nullable Trouble trouble;

    Run(long portalId, Deadline deadline, Tally tally) {
        this.portalId = portalId;
        this.deadline = deadline;
        this.tally = tally;
    }

    long portalId() {
        return portalId;
    }

    Deadline deadline() {
        return deadline;
    }

    Tally tally() {
        return tally;
    }

    /** Reads or writes the ledger, one thread at a time. */
    <T> T atLedger(Supplier<T> work) {
        ledger.lock();
        try {
            if (over) {
                throw new Stopped();
            }
            return work.get();
        } finally {
            ledger.unlock();
        }
    }

    /** Remembers what went wrong first; whatever else is to be asked is asked. */
    synchronized void note(Trouble found) {
        if (trouble == null) {
            trouble = found;
        }
    }

    /** Sends nothing more, for this reason; that time is up says less than what was noted before. */
    synchronized void stop(Trouble reason) {
        if (!stopped) {
            stopped = true;
            trouble = trouble != null && reason.kind() == Trouble.Kind.TIME ? trouble : reason;
        }
    }

    boolean isStopped() {
        return stopped;
    }

    /** Goes no further when nothing more is to be sent. */
    void check() {
        if (stopped) {
            throw new Stopped();
        }
    }

    /** What went wrong; null when nothing did. */
    @Nullable
    Trouble trouble() {
        return trouble;
    }

    /** Ends it: from now on, its threads change nothing. Waits for the one that is at the ledger. */
    void close() {
        ledger.lock();
        try {
            over = true;
            stopped = true;
        } finally {
            ledger.unlock();
        }
    }
}
