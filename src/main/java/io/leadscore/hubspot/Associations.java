package io.leadscore.hubspot;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Wire: associations of records. */
record Associations(
        @Nullable List<OfRecord> results, @Nullable List<ApiError> errors) {

    record OfRecord(
            @Nullable Id from,
            @Nullable List<To> to,
            @Nullable Paging paging) {

        boolean isReadable() {
            return from != null
                    && RecordId.parse(from.id) != null
                    && (to == null || to.stream().allMatch(far -> RecordId.parse(far.toObjectId) != null));
        }
    }

    record Id(@Nullable String id) {}

    record To(@Nullable String toObjectId, @Nullable List<Type> associationTypes) {

        boolean has(Type wanted) {
            return associationTypes != null && associationTypes.stream().anyMatch(wanted::matches);
        }
    }

    record Type(
            @Nullable String category,
            @Nullable Integer typeId,
            @Nullable String label) {

        private static final String OWN = "HUBSPOT_DEFINED";

        boolean matches(Type other) {
            return (category == null || other.category == null || category.equals(other.category))
                    && (Objects.equals(typeId, other.typeId)
                            || (label != null && OWN.equals(other.category) && label.equals(other.label)));
        }

        /** HubSpot's own "primary" type with this id, whatever the direction also known by its label. */
        static Type primary(int typeId) {
            return new Type(OWN, typeId, "Primary");
        }
    }

    boolean isReadable() {
        return results != null && results.stream().allMatch(record -> record != null && record.isReadable());
    }

    /** What was asked and is neither answered nor said to have none. */
    List<AssociationInputs.Input> silentOn(Map<String, AssociationInputs.Input> asked) {
        Set<String> spokenOf = new HashSet<>();
        for (OfRecord record : records()) {
            if (record.from != null && record.from.id != null) {
                spokenOf.add(record.from.id);
            }
        }
        faults().forEach(fault -> spokenOf.addAll(fault.deepStrings("fromObjectId")));
        return asked.values().stream()
                .filter(input -> !spokenOf.contains(input.id()))
                .toList();
    }

    List<OfRecord> records() {
        return results == null ? List.of() : results;
    }

    List<ApiError> faults() {
        return errors == null
                ? List.of()
                : errors.stream().filter(Objects::nonNull).toList();
    }
}
