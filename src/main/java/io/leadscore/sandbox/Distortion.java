package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a right answer wrong in a way that its receiver has to notice: rows and cursors that do not add up. */
final class Distortion {

    private static final String RESULTS = "results";
    private static final String PAGING = "paging";

    private Distortion() {}

    /** The answer as it goes out; unchanged where the fault is none of rows and cursors, or the answer has no rows. */
    static JsonReply of(JsonReply reply, @Nullable FaultKind fault) {
        if (fault == null
                || !(reply.body() instanceof Map<?, ?> body)
                || !(body.get(RESULTS) instanceof List<?> rows)) {
            return reply;
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        body.forEach((name, value) -> changed.put(String.valueOf(name), value));
        switch (fault) {
            case EMPTY_PAGE -> changed.put(RESULTS, List.of());
            case NOTHING -> nothing(changed);
            case SHORT_PAGE -> changed.put(RESULTS, withoutTheMiddle(rows));
            case DOUBLE_ROWS -> changed.put(RESULTS, firstHalfTwice(rows));
            case HIGH_TOTAL -> changed.computeIfPresent("total", (name, total) -> ((Number) total).intValue() + 3);
            case CIRCLING_CURSOR -> circle(changed, rows);
            default -> {
                return reply;
            }
        }
        return new JsonReply(reply.status(), changed, reply.headers());
    }

    private static void nothing(Map<String, @Nullable Object> body) {
        body.put(RESULTS, List.of());
        body.computeIfPresent("total", (name, total) -> 0);
        body.remove(PAGING);
    }

    private static List<Object> withoutTheMiddle(List<?> rows) {
        int from = rows.size() / 3;
        int to = Math.max(from + 1, rows.size() * 2 / 3);
        List<Object> left = new ArrayList<>(rows);
        left.subList(Math.min(from, left.size()), Math.min(to, left.size())).clear();
        return left;
    }

    private static List<Object> firstHalfTwice(List<?> rows) {
        List<Object> twice = new ArrayList<>(rows.subList(0, rows.size() / 2));
        twice.addAll(rows.subList(0, rows.size() - twice.size()));
        return twice;
    }

    /** Of a list the page itself, of associations each record's entries begin anew. */
    private static void circle(Map<String, @Nullable Object> body, List<?> rows) {
        body.put(PAGING, Map.of("next", Map.of("after", "1")));
        List<Object> circling = new ArrayList<>();
        for (Object row : rows) {
            if (row instanceof Map<?, ?> record && record.containsKey("to")) {
                Map<Object, Object> changed = new LinkedHashMap<>(record);
                changed.put(PAGING, Map.of("next", Map.of("after", AssociationCursor.after(0))));
                circling.add(changed);
            } else {
                circling.add(row);
            }
        }
        body.put(RESULTS, circling);
    }
}
