package io.leadscore.actions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** A channel that keeps what it is told, and answers as it is told: 200 unless something else is next. */
public final class WebhookReceiver implements AutoCloseable {

    /** Instead of an answer: hangs up. */
    static final String SILENCE = "";

    private final ServerSocket socket;
    private final List<String> bodies = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final Arrivals arrivals = new Arrivals();

    public WebhookReceiver() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "webhook-receiver");
        thread.setDaemon(true);
        thread.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/services/T0/B0/s3cret");
    }

    /** What is to be done when messages come in, before they are answered. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** @param answer status line and headers, such as {@code 429 Slow\r\nRetry-After: 2} */
    void next(String answer) {
        synchronized (bodies) {
            answers.add(answer);
        }
    }

    /** What it was told, answered or not. */
    public List<String> bodies() {
        synchronized (bodies) {
            return List.copyOf(bodies);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                String body = body(connection.getInputStream());
                String answer;
                synchronized (bodies) {
                    bodies.add(body);
                    answer = answers.isEmpty() ? "200 OK" : answers.remove();
                }
                arrivals.happened();
                if (!answer.equals(SILENCE)) {
                    connection
                            .getOutputStream()
                            .write(("HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException closed) {
                // By the test.
            }
        }
    }

    private static String body(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up");
            }
            head.append((char) next);
        }
        int length = 0;
        for (String line : head.toString().split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("hung up in the middle");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
