package io.leadscore.scoring;

import java.util.Locale;

/** Why the AI chose a band: a closed list, so that no words of a model reach a person. */
public enum FitReason {
    LISTED_AS_IDEAL("listed as ideal"),
    CLOSE_TO_IDEAL("close to what is ideal"),
    WON_BEFORE("such leads were won before"),
    LOST_BEFORE("such leads were lost before"),
    LISTED_AS_POOR("listed as a poor fit"),
    FAR_FROM_IDEAL("far from what is ideal"),
    NOT_LISTED("not listed"),
    UNKNOWN("unknown");

    private final String words;
    private final String key = name().toLowerCase(Locale.ROOT);

    FitReason(String words) {
        this.words = words;
    }

    /** The word for it in requests and answers. */
    public String key() {
        return key;
    }

    /** The reason as an explanation says it. */
    String words() {
        return words;
    }
}
