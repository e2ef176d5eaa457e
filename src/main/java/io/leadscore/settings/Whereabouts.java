package io.leadscore.settings;

import io.leadscore.door.Trust;
import io.leadscore.door.UntrustedException;
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
 * @param written the environment over the settings file
 * @param home the folder of database, keys and logs, absolute if the working folder was
 * @param file the settings file, which need not exist
 * @param unknownNames names in that file that look like settings but are none
 */
public record Whereabouts(Map<String, String> written, Path home, Path file, List<String> unknownNames) {

    /**
     * Reads the environment, credentials that systemd hands over, and the settings file: {@code .env} in the working
     * folder, else that of the installation. The environment wins, then credentials.
     *
     * @param workingFolder where {@code .env} is looked for and what relative paths are relative to
     * @throws SettingsException when a file cannot be read or others could have written it, or the home is no path
     */
    public static Whereabouts find(Map<String, String> environment, Path workingFolder) {
        return find(environment, workingFolder, SettingsFile.INSTALLED);
    }

    static Whereabouts find(Map<String, String> environment, Path workingFolder, Path installed) {
        Path named = home(environment, workingFolder);
        SettingsFile file = SettingsFile.find(workingFolder, named, installed);
        Map<String, String> all = new LinkedHashMap<>(file.said().values());
        all.putAll(SettingsFile.credentials(environment));
        all.putAll(environment);
        Path home = named == null ? home(file.said().values(), file.file().resolveSibling("")) : named;
        return new Whereabouts(
                Map.copyOf(all),
                (home == null ? file.usualHome() : home).normalize(),
                file.file(),
                UnknownNames.in(file.said(), file.file()));
    }

    /**
     * Refuses a home that others may write to.
     *
     * @throws SettingsException when they may
     */
    public Whereabouts trusted() {
        return checked(false);
    }

    /** Refuses besides a home that belongs to somebody else, root among them, in which files are to be made. */
    Whereabouts own() {
        return checked(true);
    }

    private Whereabouts checked(boolean own) {
        try {
            Trust trust = Trust.ofThisProcess();
            if (own) {
                trust.ownHome(home);
            }
            trust.home(home);
            return this;
        } catch (UntrustedException e) {
            throw new SettingsException(String.valueOf(e.getMessage()), e.advice());
        }
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

    private static @Nullable Path home(Map<String, String> written, Path folder) {
        String home = value(written, Setting.LEAD_SCORE_HOME);
        try {
            return home == null ? null : folder.resolve(home).normalize();
        } catch (InvalidPathException e) {
            throw SettingValues.wrong(Setting.LEAD_SCORE_HOME, "is not a path");
        }
    }
}
