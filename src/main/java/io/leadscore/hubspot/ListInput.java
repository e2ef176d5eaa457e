package io.leadscore.hubspot;

/** Wire: a list to be created. */
record ListInput(String name, String objectTypeId, String processingType) {

    /** A list of contacts that is filled by hand. */
    static ListInput ofContacts(String name) {
        return new ListInput(name, "0-1", "MANUAL");
    }
}
