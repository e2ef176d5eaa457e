package io.leadscore.report;

/**
 * A group of leads, each followed for the same time.
 *
 * @param pending how many more belong to it but have not had that time yet, and are not counted
 * @param closeRate how many of the leads were won within that time
 * @param timeToClose how long those took that were
 */
public record Group(long pending, Rate closeRate, TimeToClose timeToClose) {

    /** A group of leads, of which those that were won took these times, in milliseconds, ascending. */
    static Group of(long leads, long pending, long... times) {
        return new Group(pending, Rate.of(times.length, leads), TimeToClose.of(times));
    }
}
