package io.leadscore.hubspot;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HubSpot's record ids are positive numbers, written as text or not. */
final class RecordId {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    private RecordId() {}

    /** The number; null when the text is no record id. */
    static @Nullable Long parse(@Nullable String text) {
        if (text == null || !DIGITS.matcher(text).matches()) {
            return null;
        }
        long id = Long.parseLong(text);
        return id > 0 ? Long.valueOf(id) : null;
    }
}
