package io.leadscore.ledger;

/** Another process holds the lease; nothing was done. */
public final class LeaseHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Holder holder;

    LeaseHeldException(Holder holder) {
        super("The lease is held by " + holder.name());
        this.holder = holder;
    }

    /** Who holds it. */
    public Holder holder() {
        return holder;
    }
}
