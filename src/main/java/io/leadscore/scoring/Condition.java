package io.leadscore.scoring;

import io.leadscore.lead.OptionText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fact must be for a lead to be of a segment: one of several values or, of a number, in one of several ranges.
 *
 * @param values HubSpot's internal values, each as it is compared; or ranges of a number, both ends included: {@code 200..},
 *     {@code 11..50}, {@code ..10}, or a single number
 */
public record Condition(List<String> values) {

    private static final String TO = "..";

    public Condition {
        values = Check.copy(values, "values").stream().map(OptionText::of).toList();
        Check.require(!values.isEmpty(), "values must not be empty");
        Check.require(values.stream().noneMatch(String::isEmpty), "values must not be blank");
    }

    /**
     * Numbers from one to another, both included.
     *
     * @param from the least; negative infinity: there is none
     * @param to the most; infinity: there is none
     */
    record Span(double from, double to) {

        boolean contains(double number) {
            return number >= from && number <= to;
        }
    }

    /** The ranges; null when one of the values is none. */
    @Nullable
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (String value : values) {
            Span span = span(value);
            if (span == null) {
                return null;
            }
            spans.add(span);
        }
        return spans;
    }

    private static @Nullable Span span(String value) {
        int at = value.indexOf(TO);
        double from = end(at < 0 ? value : value.substring(0, at), Double.NEGATIVE_INFINITY);
        double to = end(at < 0 ? value : value.substring(at + TO.length()), Double.POSITIVE_INFINITY);
        boolean open = from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY;
        return from <= to && !open ? new Span(from, to) : null;
    }

    private static double end(String text, double none) {
        if (text.isBlank()) {
            return none;
        }
        return text.strip().matches("-?[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(text.strip()) : Double.NaN;
    }
}
