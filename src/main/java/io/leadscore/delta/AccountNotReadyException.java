package io.leadscore.delta;

/**
 * The HubSpot account is not set up for scoring, is not the one that was configured, or goes by another clock than this
 * machine; nothing was scored.
 */
public final class AccountNotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    AccountNotReadyException(String sentence, String advice) {
        super(sentence);
        this.advice = advice;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
