package io.leadscore.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes one HTTP exchange through faults, gate and endpoint, and writes the answer. Thread-safe. */
final class Exchanges {

    private static final byte[] GARBAGE =
            "<html><body>temporarily moved</body></html>".getBytes(StandardCharsets.UTF_8);
    private static final Routes.Match NO_MATCH = new Routes.Match(
            new Routes.Route("", java.util.List.of(), Family.GENERAL, "", call -> {
                throw ApiProblem.noSuchPath();
            }),
            Map.of());

    private final SandboxOptions options;
    private final Routes routes;
    private final Gate gate;
    private final Faults faults;
    private final Traffic traffic;

    Exchanges(SandboxOptions options, Routes routes, Gate gate, Faults faults, Traffic traffic) {
        this.options = options;
        this.routes = routes;
        this.gate = gate;
        this.faults = faults;
        this.traffic = traffic;
    }

    void handle(HttpExchange exchange) throws IOException {
        long arrival = options.ticker().getAsLong();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getRawPath();
        Routes.Match match = routes.match(method, path);
        Routes.Match known = match == null ? NO_MATCH : match;
        FaultRule fault = faults.next(method, path);
        FaultKind kind = fault == null ? null : fault.kind();
        pause(options.latency());
        if (fault != null && kind == FaultKind.SLOW) {
            pause(fault.delay());
        }
        int status = 0;
        try {
            if (kind != FaultKind.RESET_BEFORE) {
                ApiCall call = new ApiCall(
                        method,
                        path,
                        known.parameters(),
                        exchange.getRequestURI().getRawQuery(),
                        body,
                        kind == FaultKind.PARTIAL);
                JsonReply reply =
                        reply(call, known, kind, exchange.getRequestHeaders().getFirst("Authorization"));
                status = kind == FaultKind.RESET_AFTER ? 0 : reply.status();
                if (kind != FaultKind.RESET_AFTER) {
                    send(exchange, reply, kind, known.route().family());
                }
            }
        } finally {
            traffic.record(new Traffic.Request(
                    arrival, known.route().family(), method, match == null ? path : match.template(), status));
        }
    }

    private JsonReply reply(
            ApiCall call, Routes.Match match, @Nullable FaultKind fault, @Nullable String authorization) {
        try {
            if (fault != null) {
                failAsAsked(fault);
            }
            gate.pass(match, authorization);
            faults.interrupt(call.method(), call.path());
            return match.route().endpoint().reply(call);
        } catch (ApiProblem problem) {
            return problem.reply();
        }
    }

    private void failAsAsked(FaultKind fault) {
        switch (fault) {
            case TEN_SECONDLY -> throw ApiProblem.rateLimited(RatePolicy.TEN_SECONDLY_ROLLING, options.portalId());
            case SECONDLY -> throw ApiProblem.rateLimited(RatePolicy.SECONDLY, options.portalId());
            case DAILY -> throw ApiProblem.rateLimited(RatePolicy.DAILY, options.portalId());
            case INTERNAL_ERROR -> throw ApiProblem.serverError(500);
            case BAD_GATEWAY -> throw ApiProblem.serverError(502);
            case UNAVAILABLE -> throw ApiProblem.serverError(503);
            case GATEWAY_TIMEOUT -> throw ApiProblem.serverError(504);
            case SLOW, RESET_BEFORE, RESET_AFTER, GARBAGE, TRUNCATED, PARTIAL -> {}
        }
    }

    private void send(HttpExchange exchange, JsonReply reply, @Nullable FaultKind fault, Family family)
            throws IOException {
        exchange.getResponseHeaders()
                .set(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                options.clock().instant().atOffset(ZoneOffset.UTC)));
        gate.windows().headers(family).forEach(exchange.getResponseHeaders()::set);
        Object content = reply.body();
        if (content == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
        byte[] bytes = fault == FaultKind.GARBAGE ? GARBAGE : Json.bytes(content);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        OutputStream out = exchange.getResponseBody();
        if (fault == FaultKind.TRUNCATED) {
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
        } else {
            out.write(bytes);
            out.close();
        }
    }

    private static void pause(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
