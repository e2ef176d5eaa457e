package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;

/** The kinds of activity that are created. */
public enum ActivityKind {
    TASK(ObjectType.TASKS, 204, "hs_task_body"),
    NOTE(ObjectType.NOTES, 202, "hs_note_body");

    private final ObjectType type;
    private final int toContact;
    private final String bodyProperty;

    /** @param toContact HubSpot's association type from this kind to contacts (association type tables) */
    ActivityKind(ObjectType type, int toContact, String bodyProperty) {
        this.type = type;
        this.toContact = toContact;
        this.bodyProperty = bodyProperty;
    }

    ObjectType type() {
        return type;
    }

    int toContact() {
        return toContact;
    }

    String bodyProperty() {
        return bodyProperty;
    }
}
