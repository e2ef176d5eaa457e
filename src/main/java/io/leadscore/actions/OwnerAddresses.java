package io.leadscore.actions;

import io.leadscore.hubspot.OwnerAddress;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where owners are written to: read for a page of messages, and forgotten with it. Prints none. */
final class OwnerAddresses {

    private final Supplier<Map<Long, OwnerAddress>> source;
    private @Nullable Map<Long, OwnerAddress> addresses;

    OwnerAddresses(Supplier<Map<Long, OwnerAddress>> source) {
        this.source = source;
    }

    void forget() {
        addresses = null;
    }

    /**
     * An active owner's address; null when there is none.
     *
     * @throws io.leadscore.hubspot.HubSpotException when they cannot be read
     */
    @Nullable
    String of(long owner) {
        Map<Long, OwnerAddress> read = addresses;
        if (read == null) {
            read = source.get();
            addresses = read;
        }
        OwnerAddress address = read.get(owner);
        return address == null ? null : address.email();
    }
}
