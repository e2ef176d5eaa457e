package io.leadscore.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings as written, and where they say that the home is: all that must be known to find the process that has the
 * home open. Loads hardly any class, because somebody waits for it.
 *
 * @param written the environment over {@code .env}
 * @param home the folder of database, keys and logs, absolute if the working folder was
 * @param unknownNames names in {@code .env} that look like settings but are none
 */
public record Whereabouts(Map<String, String> written, Path home, List<String> unknownNames) {

    /**
     * Reads the environment and {@code .env}; the environment wins.
     *
     * @param workingFolder where {@code .env} is looked for and what relative paths are relative to
     * @throws SettingsException when the file cannot be read, or the home is no path
     */
    public static Whereabouts find(Map<String, String> environment, Path workingFolder) {
        Path file = workingFolder.resolve(".env");
        DotEnv dotEnv = DotEnv.read(file);
        Map<String, String> all = new LinkedHashMap<>(dotEnv.values());
        all.putAll(environment);
        List<String> unknown = UnknownNames.in(dotEnv, file);
        return new Whereabouts(Map.copyOf(all), home(all, workingFolder), unknown);
    }

    /** Whether the database is a server's, so that each process opens it itself. */
    public boolean isOnServer() {
        return value(Setting.LEAD_SCORE_DB_URL) != null;
    }

    /** The settings that are written down and not blank, by name, but for the home. */
    public Map<String, String> settings() {
        return values(false);
    }

    /** The same, with what holds for the others. */
    public Map<String, String> effective() {
        return values(true);
    }

    private Map<String, String> values(boolean withDefaults) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            String value = value(setting);
            if (value == null && withDefaults) {
                value = setting.defaultValue();
            }
            if (value != null && setting != Setting.LEAD_SCORE_HOME) {
                values.put(setting.name(), value);
            }
        }
        return values;
    }

    private @Nullable String value(Setting setting) {
        return value(written, setting);
    }

    private static @Nullable String value(Map<String, String> written, Setting setting) {
        String value = written.get(setting.name());
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Path home(Map<String, String> written, Path workingFolder) {
        String home = value(written, Setting.LEAD_SCORE_HOME);
        try {
            return workingFolder
                    .resolve(home == null ? String.valueOf(Setting.LEAD_SCORE_HOME.defaultValue()) : home)
                    .normalize();
        } catch (InvalidPathException e) {
            throw SettingValues.wrong(Setting.LEAD_SCORE_HOME, "is not a path");
        }
    }
}
