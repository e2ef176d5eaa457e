package io.leadscore.recalibration;

import io.leadscore.learning.BacktestSpan;
import io.leadscore.report.Progress;
import io.leadscore.scoring.ScoringProfile;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest shall try.
 *
 * @param draft the draft profile; null: a stored weight set as it is
 * @param weightSetId the stored weight set that is tried or, with a draft, from which it inherits what was learnt; null:
 *     the live one
 * @param span when the deals were made that are looked back at
 * @param progress told how far it is
 */
public record BacktestRequest(
        @Nullable ScoringProfile draft, @Nullable Long weightSetId, BacktestSpan span, Progress progress) {}
