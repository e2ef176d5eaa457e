package io.leadscore.hubspot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Wire: a property definition. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Property(
        @Nullable String name,
        @Nullable String label,
        @Nullable String groupName,
        @Nullable String type,
        @Nullable String fieldType,
        @Nullable String description,
        @Nullable List<Option> options,
        @Nullable Boolean hidden,
        @Nullable Boolean calculated,
        @Nullable Boolean archived,
        @Nullable Boolean hubspotDefined,
        @Nullable ModificationMetadata modificationMetadata) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Option(
            @Nullable String label,
            @Nullable String value,
            @Nullable Integer displayOrder,
            @Nullable Boolean hidden) {}

    record ModificationMetadata(@Nullable Boolean readOnlyValue) {}

    PropertyDefinition toDefinition() {
        return new PropertyDefinition(
                String.valueOf(name),
                String.valueOf(type),
                String.valueOf(fieldType),
                orderedOptions(),
                Boolean.TRUE.equals(hidden),
                Boolean.TRUE.equals(calculated),
                modificationMetadata != null && Boolean.TRUE.equals(modificationMetadata.readOnlyValue()),
                Boolean.TRUE.equals(hubspotDefined));
    }

    /** Options without a place of their own come last, as HubSpot shows them. */
    private List<PropertyOption> orderedOptions() {
        return (options == null ? Stream.<Option>empty() : options.stream())
                .filter(option -> option.value() != null)
                .sorted(Comparator.comparingInt(Property::place))
                .map(option -> {
                    String value = String.valueOf(option.value());
                    return new PropertyOption(value, option.label() == null ? value : option.label());
                })
                .toList();
    }

    private static int place(Option option) {
        Integer order = option.displayOrder();
        return order == null || order < 0 ? Integer.MAX_VALUE : order;
    }

    List<String> optionValues() {
        return options == null
                ? List.of()
                : options.stream()
                        .flatMap(option -> Stream.ofNullable(option.value()))
                        .toList();
    }
}
