package io.leadscore.door;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Gives up on an owner that says nothing, not even that it is alive: after ten seconds one that has not said a word yet
 * or was stopped, after a minute any other. Closes the channel then, which wakes whoever waits for it. Thread-safe.
 */
final class Silence {

    private static final long SHORT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long STEP_MILLIS = 100;

    private final SocketChannel channel;
    private final Path home;
    private volatile long heardAt = System.nanoTime();
    private volatile boolean heard;
    private volatile boolean over;

    private Silence(SocketChannel channel, Path home) {
        this.channel = channel;
        this.home = home;
    }

    static Silence watch(SocketChannel channel, Path home) {
        Silence silence = new Silence(channel, home);
        Thread thread = new Thread(silence::listen, "silence");
        thread.setDaemon(true);
        thread.start();
        return silence;
    }

    /** The owner said something. */
    void broken() {
        heardAt = System.nanoTime();
        heard = true;
    }

    /** Says why the channel was closed, if it was because of the silence. */
    void refuseIfOver() throws CallFailed {
        if (!over) {
            return;
        }
        throw CallFailed.unanswered(home);
    }

    private void listen() {
        try {
            while (channel.isOpen() && !over) {
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
                long silent = System.nanoTime() - heardAt;
                over = silent > LONG_NANOS || (silent > SHORT_NANOS && (!heard || isStopped()));
            }
            channel.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException closed) {
            // That was the aim.
        }
    }

    private boolean isStopped() {
        Owner owner = Owner.of(home);
        return owner != null && owner.isStopped();
    }
}
