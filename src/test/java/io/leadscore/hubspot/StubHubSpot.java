package io.leadscore.hubspot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers real HTTP with what a test says, and keeps what it was asked. */
final class StubHubSpot implements AutoCloseable {

    enum Fault {
        NONE,
        RESET,
        TRUNCATED,
        SILENCE
    }

    record Asked(
            String method,
            String path,
            @Nullable String query,
            String body,
            @Nullable String authorization) {}

    record Reply(int status, String body, Map<String, String> headers, Fault fault) {

        static Reply of(int status, String body) {
            return new Reply(status, body, Map.of(), Fault.NONE);
        }

        static Reply ok(String body) {
            return of(200, body);
        }

        static Reply fault(Fault fault) {
            return new Reply(200, "{\"results\":[]}", Map.of(), fault);
        }

        Reply with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Reply(status, body, more, fault);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Reply> otherwise = request -> Reply.of(500, "{}");

    StubHubSpot() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers the next calls with these, in order. */
    synchronized StubHubSpot reply(Reply... next) {
        replies.addAll(List.of(next));
        return this;
    }

    /** Answers every call that no {@link #reply} is left for. */
    StubHubSpot always(Function<Asked, Reply> answer) {
        otherwise = answer;
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    private synchronized Reply next(Asked request) {
        Reply next = replies.poll();
        return next == null ? otherwise.apply(request) : next;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestURI().getRawQuery(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    exchange.getRequestHeaders().getFirst("Authorization"));
            asked.add(request);
            Reply reply = next(request);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            switch (reply.fault()) {
                case NONE -> {
                    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                }
                case TRUNCATED -> {
                    exchange.sendResponseHeaders(reply.status(), body.length + 100L);
                    exchange.getResponseBody().write(body);
                    exchange.getResponseBody().flush();
                }
                case SILENCE -> closed.await();
                case RESET -> {}
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
