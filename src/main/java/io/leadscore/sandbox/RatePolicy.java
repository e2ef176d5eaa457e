package io.leadscore.sandbox;

/** The three reasons for a 429, named as {@code policyName} is. */
enum RatePolicy {
    TEN_SECONDLY_ROLLING("You have reached your ten_secondly_rolling limit."),
    SECONDLY("You have reached your secondly limit."),
    DAILY("You have reached your daily limit.");

    private final String message;

    RatePolicy(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }
}
