package io.leadscore.sandbox;

import java.util.List;
import java.util.Locale;

/** How well something fits; worst first. */
enum FitBand {
    POOR,
    WEAK,
    NEUTRAL,
    GOOD,
    STRONG;

    static final List<FitBand> WORST_FIRST = List.of(values());

    static boolean isCode(String code) {
        for (FitBand band : values()) {
            if (band.code().equals(code)) {
                return true;
            }
        }
        return false;
    }

    static FitBand ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** So many bands better, or worse if negative; no further than the ends. */
    FitBand moved(int steps) {
        return WORST_FIRST.get(Math.max(0, Math.min(WORST_FIRST.size() - 1, WORST_FIRST.indexOf(this) + steps)));
    }
}
