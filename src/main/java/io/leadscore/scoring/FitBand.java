package io.leadscore.scoring;

import java.util.Locale;

/** How well something fits the ideal client, in words: all that the AI can say. */
public enum FitBand {
    STRONG(0.9),
    GOOD(0.65),
    NEUTRAL(0.4),
    WEAK(0.2),
    POOR(0);

    private final double from;
    private final String key = name().toLowerCase(Locale.ROOT);

    FitBand(double from) {
        this.from = from;
    }

    /** The word for it in requests, answers and explanations. */
    public String key() {
        return key;
    }

    /** The word for a fit of 0 to 1, as a scoring profile lists it. */
    static FitBand of(double fit) {
        for (FitBand band : values()) {
            if (fit >= band.from) {
                return band;
            }
        }
        return POOR;
    }
}
