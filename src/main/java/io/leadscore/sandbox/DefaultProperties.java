package io.leadscore.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The properties that a new account has, read from {@code properties.txt}: a section for each record type, a line for
 * each property with its name, type, form field, flags ({@code ro} for read-only, {@code custom}) and options.
 */
final class DefaultProperties {

    private DefaultProperties() {}

    static List<PropertyDefinition> of(RecordType type) {
        List<PropertyDefinition> definitions = new ArrayList<>();
        boolean inSection = false;
        for (String line : lines()) {
            if (line.startsWith("[")) {
                inSection = line.equals("[" + type.apiName() + "]") || (type.isEngagement() && line.equals("[*]"));
            } else if (inSection && !line.isBlank()) {
                definitions.add(parse(type, line));
            }
        }
        return definitions;
    }

    private static PropertyDefinition parse(RecordType type, String line) {
        String[] columns = line.split("\\|", -1);
        List<String> flags = Arrays.asList(columns[3].split(",", -1));
        List<PropertyDefinition.Option> options = new ArrayList<>();
        if (!columns[4].isEmpty()) {
            for (String value : columns[4].split(" ", -1)) {
                options.add(new PropertyDefinition.Option(value, label(value)));
            }
        }
        boolean custom = flags.contains("custom");
        return new PropertyDefinition(
                columns[0],
                label(columns[0]),
                columns[1],
                columns[2],
                type.singular() + "information",
                "",
                options,
                flags.contains("ro"),
                !custom,
                false);
    }

    private static String label(String name) {
        String words = name.replace('_', ' ').strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static List<String> lines() {
        try (InputStream in = DefaultProperties.class.getResourceAsStream("properties.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
