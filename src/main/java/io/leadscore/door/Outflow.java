package io.leadscore.door;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What goes to a caller: kept for it up to a bound and written by a thread of its own, so that who writes waits at the
 * most a while for a caller that does not read. While there is nothing to say, it tells that the owner is alive.
 * Thread-safe.
 */
final class Outflow {

    private static final int MOST_FRAMES = 256;
    private static final long PATIENCE_SECONDS = 30;
    private static final long ALIVE_SECONDS = 2;

    private final Wire wire;
    private final Runnable callerIsGone;
    private final BlockingQueue<Frame> waiting = new LinkedBlockingQueue<>(MOST_FRAMES);
    private final Thread writer;
    private volatile boolean broken;

    /** @param callerIsGone told once, when nothing reaches the caller any more */
    Outflow(Wire wire, String name, Runnable callerIsGone) {
        this.wire = wire;
        this.callerIsGone = callerIsGone;
        this.writer = new Thread(this::write, name);
        writer.setDaemon(true);
        writer.start();
    }

    /** Sends a frame sooner or later; drops it when the caller is gone. */
    void send(Frame frame) {
        if (broken) {
            return;
        }
        try {
            if (!waiting.offer(frame, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                giveUp();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends the exit code, and waits until it is written, or the caller does not read for too long. */
    void finish(Frame exit) {
        send(exit);
        try {
            writer.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            Frame frame;
            do {
                frame = waiting.poll(ALIVE_SECONDS, TimeUnit.SECONDS);
                wire.write(frame == null ? Frame.of(Frame.Kind.ALIVE) : frame);
            } while (frame == null || frame.kind() != Frame.Kind.EXIT);
        } catch (IOException gone) {
            giveUp();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp() {
        if (!broken) {
            broken = true;
            waiting.clear();
            callerIsGone.run();
        }
    }
}
