package io.leadscore.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A fault for the next calls that match.
 *
 * @param call the calls, as {@code POST /crm/objects/*}{@code /contacts/batch/update}
 * @param times how many matching calls it befalls
 * @param skip how many matching calls pass before the first
 * @param delay how late {@link FaultKind#SLOW} answers, how far ahead {@link FaultKind#WRONG_DATE} is
 */
public record FaultRule(FaultKind kind, String call, int times, int skip, Duration delay) {

    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Duration AHEAD = Duration.ofDays(1);

    public FaultRule {
        CallPattern.of(call);
        if (times < 1 || skip < 0) {
            throw new IllegalArgumentException("A fault's count must be at least 1 and its skip at least 0.");
        }
    }

    /** A fault for the next so many matching calls. */
    public static FaultRule of(FaultKind kind, String call, int times) {
        return new FaultRule(kind, call, times, 0, usual(kind));
    }

    public FaultRule afterSkipping(int calls) {
        return new FaultRule(kind, call, times, calls, delay);
    }

    public FaultRule withDelay(Duration value) {
        return new FaultRule(kind, call, times, skip, value);
    }

    /**
     * Reads {@code kind[=seconds]:METHOD /path[:times[:skip]]}, such as {@code reset-after:POST /crm/*:3} or
     * {@code slow=2:* /crm/*}.
     *
     * @throws IllegalArgumentException with one sentence that names what is wrong
     */
    public static FaultRule parse(String text) {
        List<String> parts = new ArrayList<>(Arrays.asList(text.split(":", -1)));
        if (parts.size() < 2 || parts.size() > 4) {
            throw new IllegalArgumentException(
                    "The fault \"" + text + "\" is not of the form kind:METHOD /path:times:skip.");
        }
        String[] kind = parts.get(0).strip().split("=", 2);
        FaultKind known = FaultKind.ofCode(kind[0]);
        FaultRule rule = new FaultRule(
                known,
                parts.get(1).strip(),
                parts.size() > 2 ? number(text, parts.get(2)) : 1,
                parts.size() > 3 ? number(text, parts.get(3)) : 0,
                usual(known));
        return kind.length == 1 ? rule : rule.withDelay(Duration.ofSeconds(number(text, kind[1])));
    }

    private static Duration usual(FaultKind kind) {
        return kind == FaultKind.WRONG_DATE ? AHEAD : SLOW;
    }

    private static int number(String text, String part) {
        if (!part.strip().matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "The fault \"" + text + "\" has \"" + part + "\" where a number belongs.");
        }
        return Integer.parseInt(part.strip());
    }
}
