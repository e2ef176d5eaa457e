package io.leadscore.hubspot;

import org.jspecify.annotations.Nullable;

/** Wire: account details. */
record AccountAnswer(
        @Nullable Long portalId,
        @Nullable String timeZone,
        @Nullable String companyCurrency) {}
