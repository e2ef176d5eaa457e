package io.leadscore.sandbox;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes one request through faults, gate and endpoint to its answer, and records it. Thread-safe. */
final class Exchanges {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);
    private static final String GARBAGE = "<html><body>temporarily moved</body></html>";
    private static final Routes.Match NO_MATCH = new Routes.Match(
            new Routes.Route("", List.of(), Family.GENERAL, "", call -> {
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

    HttpReply reply(HttpRequest request) {
        long arrival = options.ticker().getAsLong();
        Routes.Match match = routes.match(request.method(), request.path());
        Routes.Match known = match == null ? NO_MATCH : match;
        FaultRule rule = faults.next(request.method(), request.path());
        FaultKind fault = rule == null ? null : rule.kind();
        pause(options.latency());
        if (rule != null && fault == FaultKind.SLOW) {
            pause(rule.delay());
        }
        HttpReply reply = HttpReply.RESET;
        try {
            if (fault != FaultKind.RESET_BEFORE) {
                JsonReply answer = answer(request, known, fault);
                reply = fault == FaultKind.RESET_AFTER ? HttpReply.RESET : onTheWire(answer, known, fault);
            }
            return reply;
        } finally {
            String path = match == null ? request.path() : match.template();
            traffic.record(
                    new Traffic.Request(arrival, known.route().family(), request.method(), path, reply.status()));
        }
    }

    private JsonReply answer(HttpRequest request, Routes.Match match, @Nullable FaultKind fault) {
        try {
            if (fault != null) {
                failAsAsked(fault);
            }
            gate.pass(match, request.headers().get("authorization"));
            faults.interrupt(request.method(), request.path());
            ApiCall call = new ApiCall(
                    request.method(),
                    request.path(),
                    match.parameters(),
                    request.query(),
                    request.body(),
                    fault == FaultKind.PARTIAL);
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

    private HttpReply onTheWire(JsonReply answer, Routes.Match match, @Nullable FaultKind fault) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", HTTP_DATE.format(options.clock().instant().atOffset(ZoneOffset.UTC)));
        headers.putAll(gate.windows().headers(match.route().family()));
        Object content = answer.body();
        if (content == null) {
            return new HttpReply(answer.status(), headers, "", HttpReply.Ending.COMPLETE);
        }
        headers.put("Content-Type", "application/json;charset=utf-8");
        return new HttpReply(
                answer.status(),
                headers,
                fault == FaultKind.GARBAGE ? GARBAGE : Json.text(content),
                fault == FaultKind.TRUNCATED ? HttpReply.Ending.TRUNCATED : HttpReply.Ending.COMPLETE);
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
