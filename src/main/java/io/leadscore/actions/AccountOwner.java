package io.leadscore.actions;

/**
 * An owner as the account has it.
 *
 * @param id HubSpot's id of the owner
 * @param person whether it is a person, and no queue
 * @param archived whether it is there no more
 */
record AccountOwner(long id, boolean person, boolean archived) {

    boolean takesLeads() {
        return person && !archived;
    }
}
