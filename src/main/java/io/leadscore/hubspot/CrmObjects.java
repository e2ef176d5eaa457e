package io.leadscore.hubspot;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Wire: records that were searched, listed or updated, and what went wrong with single ones. */
record CrmObjects(
        @Nullable Long total,
        @Nullable List<CrmObject> results,
        @Nullable Paging paging,
        @Nullable List<ApiError> errors) {

    /** Whether this is an answer at all, with records that have ids. */
    boolean isReadable() {
        return results != null && results.stream().allMatch(object -> object != null && object.number() != null);
    }

    List<CrmObject> objects() {
        return results == null ? List.of() : results;
    }

    List<ApiError> faults() {
        return errors == null
                ? List.of()
                : errors.stream().filter(Objects::nonNull).toList();
    }
}
