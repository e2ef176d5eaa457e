package io.leadscore.recalibration;

/** There is no AI yet that could be evaluated; nothing was asked. */
public final class NothingToEvaluateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean misconfigured;
    private final String advice;

    NothingToEvaluateException(String message, String advice, boolean misconfigured) {
        super(message);
        this.advice = advice;
        this.misconfigured = misconfigured;
    }

    /** Whether a setting is missing. */
    public boolean isMisconfigured() {
        return misconfigured;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
