package io.leadscore.ledger;

import java.util.concurrent.CancellationException;

/** A run's lease is somebody else's by now, or may be: what was about to be done or written was not. */
public final class LeaseLostException extends CancellationException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(String job) {
        super("This run of " + job + " lost its lease, and wrote nothing more.");
    }

    /** What to do about it. */
    public String advice() {
        return "Nothing: whoever took it over goes on from there. If it happens often, look at the database's load and the"
                + " machine's sleep settings.";
    }
}
