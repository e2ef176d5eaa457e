package io.leadscore.hubspot;

/** Asked right before each attempt at a call leaves, also after a wait for the limits or between attempts. Thread-safe. */
@FunctionalInterface
public interface AttemptGate {

    /** Lets every attempt leave. */
    AttemptGate OPEN = () -> {};

    /**
     * Lets the calling thread's attempt leave.
     *
     * @throws java.util.concurrent.CancellationException when it may not; HubSpot is not asked
     */
    void check();
}
