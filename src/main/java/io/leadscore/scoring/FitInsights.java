package io.leadscore.scoring;

/**
 * Where a scorer looks up what the AI said of fit profiles under one {@link AiContext}. An answer stays the same for as
 * long as the context does. Implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface FitInsights {

    /** Without an AI. */
    FitInsights NONE = profile -> FitInsight.OFF;

    /** What is known of a profile; never asks anybody. */
    FitInsight of(FitProfile profile);
}
