package io.leadscore.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which endpoint answers which path. The first route that matches wins, so fixed words come before variables. */
final class Routes {

    private static final Set<String> VERSIONS = Set.of("2026-09", "2026-03");

    private final List<Route> routes = new ArrayList<>();

    /**
     * A path and who answers it.
     *
     * @param segments words, and variables in braces
     * @param scope needed to call it, with {@code {type}} for the record type; several with blanks between; empty for
     *     none
     */
    record Route(String method, List<String> segments, Family family, String scope, Endpoint endpoint) {}

    /** A route and the values of its path's variables. */
    record Match(Route route, Map<String, String> parameters) {

        /** The path with {@code {V}} and {@code {id}} in place of what differs from call to call. */
        String template() {
            StringBuilder template = new StringBuilder();
            for (String segment : route.segments()) {
                boolean isType = Set.of("{type}", "{from}", "{to}").contains(segment);
                template.append('/').append(isType ? parameter(segment) : segment);
            }
            return template.toString();
        }

        /** The scopes that the call needs, with blanks between; empty for none. */
        String scope() {
            RecordType type = RecordType.ofSegment(parameter(parameters.containsKey("from") ? "{from}" : "{type}"));
            return route.scope().replace("{type}", type == null ? "contacts" : type.scopeName());
        }

        private String parameter(String segment) {
            return parameters.getOrDefault(segment.substring(1, segment.length() - 1), "");
        }
    }

    void add(String call, Family family, String scope, Endpoint endpoint) {
        String[] methodAndPath = call.split(" /", 2);
        routes.add(
                new Route(methodAndPath[0], Arrays.asList(methodAndPath[1].split("/", -1)), family, scope, endpoint));
    }

    @Nullable
    Match match(String method, String rawPath) {
        String[] segments = rawPath.replaceFirst("^/+", "").split("/", -1);
        for (Route route : routes) {
            if (route.method.equals(method) && route.segments.size() == segments.length) {
                Map<String, String> parameters = parameters(route, segments);
                if (parameters != null) {
                    return new Match(route, parameters);
                }
            }
        }
        return null;
    }

    private static @Nullable Map<String, String> parameters(Route route, String[] segments) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < segments.length; i++) {
            String expected = route.segments.get(i);
            if (expected.startsWith("{")) {
                parameters.put(
                        expected.substring(1, expected.length() - 1),
                        URLDecoder.decode(segments[i].replace("+", "%2B"), StandardCharsets.UTF_8));
            } else if (!expected.equals(segments[i])) {
                return null;
            }
        }
        String version = parameters.get("V");
        return version == null || VERSIONS.contains(version) ? parameters : null;
    }
}
