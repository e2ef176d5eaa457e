package io.leadscore.settings;

/** A setting is wrong. Nothing was started; the reader corrects the setting and starts again. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    /**
     * @param sentence one sentence that names the setting and says what is wrong with it
     * @param advice what to do
     */
    public SettingsException(String sentence, String advice) {
        super(sentence);
        this.advice = advice;
    }

    /** One sentence that names the setting and says what is wrong with it. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** What to do. */
    public String advice() {
        return advice;
    }
}
