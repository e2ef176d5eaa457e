package io.leadscore.learning;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a draft would have done in a span of history. Immutable.
 *
 * @param span when the deals were made
 * @param verdict what it comes to
 * @param counts how many deals there are of each kind: won, lost, open, and left out by reason
 * @param scores how the closed deals' leads were scored when the deals were made, by the live weight set ({@code before})
 *     and by the draft ({@code after})
 * @param ranks how well both rank the closed deals; null where too few were won or lost
 * @param entries into High while deals of the span were open, by month; every month from the first deal to the
 *     end of the span, ascending
 * @param notes what is to be known about it
 */
public record BacktestResult(
        BacktestSpan span,
        BacktestVerdict verdict,
        Map<String, Long> counts,
        Impact scores,
        @Nullable RankComparison ranks,
        List<HighEntries> entries,
        List<String> notes) {

    public BacktestResult {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }
}
