package io.leadscore.recalibration;

/** A weight set cannot be made live; nothing was changed. */
public final class PromotionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    PromotionRefusedException(String sentence, String advice) {
        super(sentence);
        this.advice = advice;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
