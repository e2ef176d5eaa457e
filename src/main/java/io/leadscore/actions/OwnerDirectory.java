package io.leadscore.actions;

import java.util.List;

/** Where the account's owners are looked up. */
interface OwnerDirectory {

    /**
     * All owners of the account, archived ones and queues included or not.
     *
     * @throws RuntimeException when they cannot be read; nobody is assigned then
     */
    List<AccountOwner> owners(long portalId);
}
