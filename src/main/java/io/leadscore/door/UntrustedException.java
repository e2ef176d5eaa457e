package io.leadscore.door;

/** Others of this machine could change what Leadscore reads or does. The message names the file or folder. */
public final class UntrustedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    UntrustedException(String sentence, String advice) {
        super(sentence);
        this.advice = advice;
    }

    /** What to do about it, one sentence. */
    public String advice() {
        return advice;
    }
}
