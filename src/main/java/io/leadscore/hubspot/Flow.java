package io.leadscore.hubspot;

/**
 * A workflow, by its flow id: the one in the address of its page in HubSpot.
 *
 * @param enabled whether it is on
 * @param type {@code CONTACT_FLOW} for a workflow of contacts, {@code PLATFORM_FLOW} for one of anything else
 * @param name as its makers call it; not to be logged
 */
public record Flow(long id, boolean enabled, String type, String name) {

    /** Whether it is a workflow of contacts. */
    public boolean isOfContacts() {
        return type.equals("CONTACT_FLOW");
    }

    /** Without the name. */
    @Override
    public String toString() {
        return "Flow[" + id + ", " + type + ", " + (enabled ? "on" : "off") + "]";
    }
}
