package io.leadscore.hubspot;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Wire: a property group. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PropertyGroup(
        @Nullable String name,
        @Nullable String label,
        @Nullable Boolean archived) {}
