package io.leadscore.delta;

import io.leadscore.hubspot.KnownProperties;
import io.leadscore.hubspot.KnownProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Property definitions as the ledger keeps them: a line for the scoring profile, with the names of the properties that the
 * account does not have, then one for each that it has with its name, type, yes, number of aliases, aliases and options. No field holds a tab or a line's end: an option with either is none.
 */
final class PropertiesText {

    private static final String FIELD = "\t";
    private static final int FIXED = 4;

    private PropertiesText() {}

    static String of(String profile, KnownProperties properties) {
        StringBuilder text = new StringBuilder(profile)
                .append(FIELD)
                .append(String.join(FIELD, new TreeSet<>(properties.absent())))
                .append('\n');
        new TreeMap<>(properties.byName()).forEach((name, property) -> {
            List<String> fields = new ArrayList<>(List.of(
                    name,
                    property.type(),
                    property.yes() == null ? "" : property.yes(),
                    String.valueOf(property.aliases().size())));
            new TreeMap<>(property.aliases()).forEach((value, alias) -> fields.addAll(List.of(value, alias)));
            fields.addAll(property.options());
            text.append(String.join(FIELD, fields)).append('\n');
        });
        return text.toString();
    }

    /** Null when it was written for another profile, or by a version that did not keep all of it. */
    static @Nullable KnownProperties read(String text, String profile, Instant readAt) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).startsWith(profile + FIELD)) {
            return null;
        }
        Set<String> absent = new HashSet<>(
                Arrays.asList(lines.get(0).substring(profile.length()).split(FIELD)));
        absent.remove("");
        Map<String, KnownProperty> byName = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = Arrays.asList(line.split(FIELD, -1));
            Map<String, String> aliases = new HashMap<>();
            int options = FIXED + 2 * Integer.parseInt(fields.get(FIXED - 1));
            for (int i = FIXED; i < options; i += 2) {
                aliases.put(fields.get(i), fields.get(i + 1));
            }
            String yes = fields.get(2);
            byName.put(
                    fields.get(0),
                    new KnownProperty(
                            fields.get(1),
                            fields.subList(options, fields.size()),
                            yes.isEmpty() ? null : yes,
                            aliases));
        }
        return new KnownProperties(byName, absent, readAt);
    }
}
