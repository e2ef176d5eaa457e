package io.leadscore.hubspot;

import org.jspecify.annotations.Nullable;

/**
 * How an owner is reached and called. In transit only: to be used for a message and forgotten, never stored or logged. No
 * record, so that nothing prints or compares it.
 */
public final class OwnerAddress {

    private final String email;
    private final @Nullable String firstName;

    OwnerAddress(String email, @Nullable String firstName) {
        this.email = email;
        this.firstName = firstName;
    }

    public String email() {
        return email;
    }

    public @Nullable String firstName() {
        return firstName;
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "OwnerAddress";
    }
}
