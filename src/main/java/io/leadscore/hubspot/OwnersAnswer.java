package io.leadscore.hubspot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wire: a page of owners. */
record OwnersAnswer(@Nullable List<Row> results, @Nullable Paging paging) {

    record Row(
            @Nullable String id,
            @Nullable Long userId,
            @Nullable String type,
            @Nullable String email,
            @Nullable String firstName) {

        /** The id as a number; 0 when it is none. */
        long number() {
            Long number = RecordId.parse(id);
            return number == null ? 0 : number;
        }

        Owner toOwner(boolean archived) {
            boolean person = type == null || type.equals("PERSON");
            return new Owner(number(), userId, person ? Owner.Type.PERSON : Owner.Type.QUEUE, archived);
        }
    }

    boolean isReadable() {
        return results != null && results.stream().allMatch(row -> row != null && row.number() > 0);
    }

    List<Row> rows() {
        return results == null ? List.of() : results;
    }
}
