package io.leadscore.hubspot;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Wire: what became of a change of a list's members. HubSpot's specification spells the first name with an s more. */
record MembersAnswer(
        @JsonAlias("recordIdsAdded") @Nullable List<String> recordsIdsAdded,
        @JsonAlias("recordsIdsRemoved") @Nullable List<String> recordIdsRemoved,
        @JsonAlias("recordsIdsMissing") @Nullable List<String> recordIdsMissing) {

    /** Whether HubSpot speaks of members at all. */
    boolean isReadable() {
        return recordsIdsAdded != null || recordIdsRemoved != null || recordIdsMissing != null;
    }

    /** The record ids in a list of texts. */
    static List<Long> ids(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .flatMap(text -> Stream.ofNullable(RecordId.parse(text)))
                        .toList();
    }
}
