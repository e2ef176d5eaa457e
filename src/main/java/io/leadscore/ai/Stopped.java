package io.leadscore.ai;

/** A request is not sent, because its run is over or must not ask any more. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stopped() {
        super("stopped", null, false, false);
    }
}
