package io.leadscore.learning;

import io.leadscore.scoring.WeightSet;

/**
 * A backtest's result, and the draft as it would score today.
 *
 * @param result how the draft would have done
 * @param draftNow the draft's weight set with deals counted now
 */
public record Backtested(BacktestResult result, WeightSet draftNow) {}
