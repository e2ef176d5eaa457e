package io.leadscore.settings;

import io.leadscore.door.Trust;
import io.leadscore.door.UntrustedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file that settings are read from: {@code .env} in the working folder, else that of the installation. The
 * installation's counts only where its home is meant.
 *
 * @param file where it is
 * @param said what it says
 * @param usualHome the home that is meant when nothing names one
 */
record SettingsFile(Path file, DotEnv said, Path usualHome) {

    /** Where an installation has its settings. */
    static final Path INSTALLED = Path.of("/etc/leadscore/leadscore.env");

    private static final Path INSTALLED_HOME = Path.of("/var/lib/leadscore");

    /**
     * Finds it.
     *
     * @param namedHome the home that the environment names; null when it names none
     * @throws SettingsException when it cannot be read, or others could have written it
     */
    static SettingsFile find(Path workingFolder, @Nullable Path namedHome, Path installed) {
        Path here = workingFolder.resolve(".env");
        Path usual = workingFolder.resolve(String.valueOf(Setting.LEAD_SCORE_HOME.defaultValue()));
        if (!Files.exists(here) && Files.isReadable(installed)) {
            DotEnv said = read(installed);
            String home = said.values().get(Setting.LEAD_SCORE_HOME.name());
            Path its = home == null || home.isBlank() ? INSTALLED_HOME : installed.resolveSibling(home.strip());
            if (namedHome == null || namedHome.normalize().equals(its.normalize())) {
                return new SettingsFile(installed, said, its);
            }
        }
        return new SettingsFile(here, read(here), usual);
    }

    private static DotEnv read(Path file) {
        try {
            Trust.ofThisProcess().settings(file);
        } catch (UntrustedException e) {
            throw new SettingsException(String.valueOf(e.getMessage()), e.advice());
        }
        return DotEnv.read(file);
    }

    /** What systemd's LoadCredential= hands over: a file for each setting, of its name. */
    static Map<String, String> credentials(Map<String, String> environment) {
        String folder = environment.get("CREDENTIALS_DIRECTORY");
        Map<String, String> values = new LinkedHashMap<>();
        if (folder == null || folder.isBlank()) {
            return values;
        }
        for (Setting setting : Setting.values()) {
            Path file = Path.of(folder, setting.name());
            if (Files.isRegularFile(file)) {
                try {
                    values.put(setting.name(), Files.readString(file).strip());
                } catch (IOException e) {
                    throw new SettingsException(
                            "The credential " + setting + " cannot be read.", "Check LoadCredential= of the unit.");
                }
            }
        }
        return values;
    }
}
