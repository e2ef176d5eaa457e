package io.leadscore.hubspot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wire: records whose associations are asked for. */
record AssociationInputs(List<Input> inputs) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Input(String id, @Nullable String after) {}
}
