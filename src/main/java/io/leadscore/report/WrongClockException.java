package io.leadscore.report;

/** This machine's clock is more than five minutes off HubSpot's; nothing was started. */
public final class WrongClockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence as {@link ReferenceClock#difference} says it */
    public WrongClockException(String sentence) {
        super(sentence);
    }

    /** What to do about it. */
    public String advice() {
        return "Set the clock, best by NTP, and run it again.";
    }
}
