package io.leadscore.door;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ListeningTests {

    private final UnixDomainSocketAddress address;
    private final ServerSocketChannel server;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Listening.class);

    ListeningTests(@TempDir Path folder) throws IOException {
        address = UnixDomainSocketAddress.of(folder.resolve("s"));
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        logger.detachAppender(log);
    }

    @Test
    void hearsTheNextCallerWhateverGoesWrongWithOneAndSaysItOnce() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        BlockingQueue<SocketChannel> received = new LinkedBlockingQueue<>();
        Thread listener = new Thread(new Listening(server, caller -> {
            if (calls.incrementAndGet() <= 2) {
                throw new IllegalStateException("no thread for it");
            }
            received.add(caller);
        }));
        listener.setDaemon(true);
        listener.start();

        for (int i = 0; i < 2; i++) {
            try (SocketChannel refused = SocketChannel.open(address)) {
                assertThat(refused.read(ByteBuffer.allocate(1))).as("hung up").isEqualTo(-1);
            }
        }
        try (SocketChannel caller = SocketChannel.open(address)) {
            assertThat(received.poll(30, TimeUnit.SECONDS)).isNotNull();
            assertThat(caller.isConnected()).isTrue();
        }
        assertThat(log.list).hasSize(1);

        server.close();
        listener.join();
        assertThat(log.list).as("that it is shut is no failure").hasSize(1);
    }
}
