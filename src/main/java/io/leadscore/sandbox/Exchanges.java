package io.leadscore.sandbox;

import java.time.Instant;
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
    private static final int DEEP = 100_000;
    private static final String GARBAGE = "<html><body>temporarily moved</body></html>";

    private final SandboxOptions options;
    private final Routes routes;
    private final Vendor vendor;
    private final Faults faults;
    private final Traffic traffic;
    private final Routes.Match noMatch;

    Exchanges(SandboxOptions options, Routes routes, Vendor vendor, Faults faults, Traffic traffic) {
        this.options = options;
        this.routes = routes;
        this.vendor = vendor;
        this.faults = faults;
        this.traffic = traffic;
        this.noMatch =
                new Routes.Match(new Routes.Route("", List.of(), Family.GENERAL, "", vendor::noSuchPath), Map.of());
    }

    HttpReply reply(HttpRequest request) {
        long arrival = options.ticker().getAsLong();
        vendor.arrived(request);
        Routes.Match match = routes.match(request.method(), request.path());
        Routes.Match known = match == null ? noMatch : match;
        FaultRule rule = faults.next(request.method(), request.path());
        FaultKind fault = rule == null ? null : rule.kind();
        Pause.lasting(options.latency());
        if (rule != null && fault == FaultKind.SLOW) {
            Pause.lasting(rule.delay());
        }
        HttpReply reply = HttpReply.RESET;
        try {
            if (fault != FaultKind.RESET_BEFORE) {
                JsonReply answer = answer(request, known, fault);
                reply = fault == FaultKind.RESET_AFTER ? HttpReply.RESET : onTheWire(answer, known, rule);
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
            ApiProblem failure = fault == null ? null : vendor.failure(fault, match);
            if (failure != null) {
                throw failure;
            }
            vendor.pass(match, request.headers().get("authorization"));
            faults.interrupt(request.method(), request.path());
            ApiCall call = new ApiCall(
                    request.method(), request.path(), match.parameters(), request.query(), request.body(), fault);
            return Distortion.of(match.route().endpoint().reply(call), fault);
        } catch (ApiProblem problem) {
            return problem.reply();
        }
    }

    private HttpReply onTheWire(JsonReply answer, Routes.Match match, @Nullable FaultRule rule) {
        FaultKind fault = rule == null ? null : rule.kind();
        Instant now = options.clock().instant();
        Instant told = rule != null && fault == FaultKind.WRONG_DATE ? now.plus(rule.delay()) : now;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", HTTP_DATE.format(told.atOffset(ZoneOffset.UTC)));
        headers.putAll(vendor.headers(match.route().family()));
        headers.putAll(answer.headers());
        Object content = answer.body();
        if (content == null) {
            return new HttpReply(answer.status(), headers, "", HttpReply.Ending.COMPLETE);
        }
        headers.putIfAbsent("Content-Type", "application/json;charset=utf-8");
        if (fault == FaultKind.ZIP_BOMB) {
            headers.put("Content-Encoding", "gzip");
        }
        String text = content instanceof RawText raw ? raw.text() : Json.text(content);
        return new HttpReply(answer.status(), headers, body(text, fault), ending(fault));
    }

    private static String body(String text, @Nullable FaultKind fault) {
        if (fault == FaultKind.DEEP_JSON) {
            return "[".repeat(DEEP) + "]".repeat(DEEP);
        }
        return fault == FaultKind.GARBAGE ? GARBAGE : text;
    }

    private static HttpReply.Ending ending(@Nullable FaultKind fault) {
        if (fault == FaultKind.TRUNCATED) {
            return HttpReply.Ending.TRUNCATED;
        }
        return fault == FaultKind.ZIP_BOMB ? HttpReply.Ending.ZIP_BOMB : HttpReply.Ending.COMPLETE;
    }
}
