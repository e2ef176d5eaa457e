package io.leadscore.door;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for callers until the socket is closed: whatever goes wrong with one of them, the next one is heard. */
final class Listening implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);

    private final ServerSocketChannel server;
    private final Consumer<SocketChannel> reception;
    private final Set<Class<?>> told = new HashSet<>();

    /** @param reception is given each caller, and does not wait for what it wants */
    Listening(ServerSocketChannel server, Consumer<SocketChannel> reception) {
        this.server = server;
        this.reception = reception;
    }

    @Override
    public void run() {
        while (server.isOpen()) {
            try {
                receive(server.accept());
            } catch (IOException | RuntimeException shutOrPassing) {
                tellOnce(shutOrPassing);
                pause();
            }
        }
    }

    private void receive(SocketChannel caller) throws IOException {
        try {
            reception.accept(caller);
        } catch (RuntimeException failed) {
            caller.close();
            throw failed;
        }
    }

    /** The same is passing again and again when it does not pass soon. */
    private void tellOnce(Exception failure) {
        if (server.isOpen() && told.add(failure.getClass())) {
            log.warn("A command could not be let in; others still are.", failure);
        }
    }

    /** Out of file descriptors, for one, is no reason to spin. */
    private void pause() {
        try {
            if (server.isOpen()) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
