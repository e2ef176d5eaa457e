package io.leadscore.hubspot;

import org.jspecify.annotations.Nullable;

/** Wire: a workflow, without what it does. */
record FlowAnswer(
        @Nullable String id,
        @Nullable Boolean isEnabled,
        @Nullable String type,
        @Nullable String name) {

    boolean isReadable() {
        return isEnabled != null;
    }

    Flow toFlow(long id) {
        return new Flow(id, Boolean.TRUE.equals(isEnabled), type == null ? "" : type, name == null ? "" : name);
    }
}
