package io.leadscore.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands at paths of a YAML text, and refuses with the line what cannot be.
 *
 * @param refusal how to refuse
 * @param lines where everything stands
 */
record Refusals(YamlRefusal refusal, YamlLines lines) {

    SettingsException refuse(String path, String problem) {
        return refusal.of(path, problem, lines);
    }

    /** Makes something that refuses bad values by an {@link IllegalArgumentException}. */
    <T> T at(String path, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw refuse(path, String.valueOf(e.getMessage()));
        }
    }

    /** An entry of a list, which must not be empty. */
    <T> T given(String path, @Nullable T entry) {
        if (entry == null) {
            throw refuse(path, "must not be empty");
        }
        return entry;
    }

    /** What must be there. */
    <T> T needed(String path, String key, @Nullable T value) {
        if (value == null) {
            throw refuse(path, key + " is missing");
        }
        return value;
    }

    /** One of some words, whatever their case; the default when nothing is said. */
    <T> T word(String path, @Nullable String said, Map<String, T> words, T otherwise) {
        return said == null ? otherwise : word(path, said, words);
    }

    /** One of some words, whatever their case. */
    <T> T word(String path, String said, Map<String, T> words) {
        T meant = words.get(said.toLowerCase(Locale.ROOT));
        if (meant == null) {
            throw refuse(path, "must be " + String.join(", ", words.keySet()) + ", not '" + said + "'");
        }
        return meant;
    }

    /** A time of day such as {@code 09:00}. */
    LocalTime time(String path, @Nullable String said, LocalTime otherwise) {
        try {
            return said == null ? otherwise : LocalTime.parse(said.length() == "9:00".length() ? "0" + said : said);
        } catch (DateTimeException e) {
            throw refuse(path, "must be a time such as \"09:00\", not '" + said + "'");
        }
    }

    /** A day such as {@code 2026-12-24}. */
    LocalDate day(String path, String key, @Nullable String said) {
        String day = Objects.requireNonNull(needed(path, key, said));
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw refuse(path + "." + key, "must be a day such as 2026-12-24, not '" + day + "'");
        }
    }
}
