package io.leadscore.hubspot;

import org.jspecify.annotations.Nullable;

/** Wire: a list. */
record ListAnswer(@Nullable Details list) {

    record Details(@Nullable String listId, @Nullable String processingType) {}

    boolean isReadable() {
        return list != null && RecordId.parse(list.listId) != null;
    }

    ContactList toList() {
        Long id = list == null ? null : RecordId.parse(list.listId);
        return new ContactList(id == null ? 0 : id, list != null && "DYNAMIC".equals(list.processingType));
    }
}
