package io.leadscore.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings as written, read as the types they stand for. A blank value counts as not set. Immutable. */
final class SettingValues {

    private static final String ADVICE = "Correct it in .env or in the environment; README.md lists all settings.";

    private final Map<String, String> values;

    SettingValues(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    boolean isSet(Setting setting) {
        return written(setting) != null;
    }

    /** The value or its default; null when there is neither. */
    @Nullable
    String text(Setting setting) {
        String written = written(setting);
        return written == null ? setting.defaultValue() : written;
    }

    /** The value or the default that the setting has. */
    String defaulted(Setting setting) {
        return Objects.requireNonNull(text(setting), setting.name());
    }

    @Nullable
    Secret secret(Setting setting) {
        String written = written(setting);
        if (written != null && written.chars().anyMatch(Character::isISOControl)) {
            throw wrong(setting, "holds a control character");
        }
        return written == null ? null : new Secret(written);
    }

    /** A text that must match; the message calls it {@code form}. */
    @Nullable
    String matching(Setting setting, Pattern pattern, String form) {
        String text = text(setting);
        if (text != null && !pattern.matcher(text).matches()) {
            throw wrong(setting, "is '" + text + "', but must be " + form);
        }
        return text;
    }

    @Nullable
    Long number(Setting setting, long least, long most) {
        String text = text(setting);
        if (text == null) {
            return null;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(setting, "is '" + text + "', but must be a whole number");
        }
        String range = most == Long.MAX_VALUE ? least + " or more" : "from " + least + " to " + most;
        throw wrong(setting, "is " + text + ", but must be " + range);
    }

    Duration millis(Setting setting, Duration least) {
        long millis = Objects.requireNonNull(number(setting, Long.MIN_VALUE, Long.MAX_VALUE));
        if (millis < least.toMillis()) {
            throw wrong(setting, "is " + millis + " ms, but must be at least " + least.toMillis() + " ms");
        }
        return Duration.ofMillis(millis);
    }

    double share(Setting setting) {
        String text = defaulted(setting);
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw wrong(setting, "is '" + text + "', but must be a number");
        }
        throw wrong(setting, "is " + text + ", but must be from 0 to 1");
    }

    /** An address with a host. The message does not quote it, because it may carry a password. */
    @Nullable
    URI url(Setting setting) {
        String text = text(setting);
        if (text == null) {
            return null;
        }
        try {
            URI url = new URI(text);
            if (("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw wrong(setting, "is not an http or https URL with a host");
    }

    static SettingsException wrong(Setting setting, String what) {
        return new SettingsException(setting + " " + what + ".", ADVICE);
    }

    private @Nullable String written(Setting setting) {
        String value = values.get(setting.name());
        return value == null || value.isBlank() ? null : value.strip();
    }
}
