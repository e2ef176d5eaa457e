package io.leadscore.recalibration;

/** There is nothing yet that could be recalibrated; nothing was started. */
public final class NothingToRecalibrateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingToRecalibrateException(String message) {
        super(message);
    }

    /** What to do about it. */
    public String advice() {
        return "Run the delta job first: scripts/leadscore run delta-scoring.";
    }
}
