package io.leadscore.recalibration;

import io.leadscore.learning.BacktestResult;
import io.leadscore.learning.Impact;
import java.util.List;

/**
 * What a backtest found. Immutable.
 *
 * @param live the label of the live weight set
 * @param draft what was tried
 * @param history how the draft would have done
 * @param today what the draft would do to the leads of today
 * @param notes what is to be known about the draft
 */
public record BacktestOutcome(String live, String draft, BacktestResult history, Impact today, List<String> notes) {

    public BacktestOutcome {
        notes = List.copyOf(notes);
    }
}
