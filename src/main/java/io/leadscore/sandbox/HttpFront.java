package io.leadscore.sandbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A small HTTP/1.1 server at 127.0.0.1: a thread for each connection. The JDK's own would do but for two things: it
 * stamps every answer with the machine's time, not the sandbox's, and it cannot reset a connection.
 */
final class HttpFront implements AutoCloseable {

    private final ServerSocket listener;
    private final Function<HttpRequest, HttpReply> answers;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    HttpFront(int port, Function<HttpRequest, HttpReply> answers) {
        this.answers = answers;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sandbox-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        try {
            this.listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 200);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot listen on port " + port + ".", e);
        }
        threads.execute(this::accept);
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // The listener was closed, or the client was gone before it was accepted; the loop tells which.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            // Without this every answer would wait 40 ms for the client's delayed acknowledgement.
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            boolean goesOn = true;
            while (goesOn) {
                HttpRequest request = HttpRequest.read(in, out);
                goesOn = request != null && answer(socket, out, request);
            }
        } catch (IOException e) {
            // The client ended the connection in the middle: nobody is left to tell.
        } finally {
            connections.remove(socket);
        }
    }

    private boolean answer(Socket socket, OutputStream out, HttpRequest request) throws IOException {
        HttpReply reply = answers.apply(request);
        if (reply.ending() == HttpReply.Ending.RESET) {
            socket.setSoLinger(true, 0);
            return false;
        }
        out.write(reply.bytes());
        out.flush();
        return reply.ending() == HttpReply.Ending.COMPLETE && !request.wantsClose();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot be closed.", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
