package io.leadscore.recalibration;

/** What a backtest was asked to look at is not there. */
public final class NothingToBacktestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    NothingToBacktestException(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
