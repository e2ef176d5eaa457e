package io.leadscore.cli;

import io.leadscore.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around it.
 *
 * @param environment the process's environment variables
 * @param workingFolder where it was started, absolute
 * @param applicationFolder where the jar is; null when it runs from classes
 * @param out where results go
 * @param err where progress and errors go
 * @param interactive whether a person watches {@code err}
 * @param clock what time it is
 * @param presence who wants the command, and how it is with them
 */
record Surroundings(
        Map<String, String> environment,
        Path workingFolder,
        @Nullable Path applicationFolder,
        PrintWriter out,
        PrintWriter err,
        boolean interactive,
        InstantSource clock,
        Presence presence) {

    /** For a command in a process of its own. */
    Surroundings(
            Map<String, String> environment,
            Path workingFolder,
            @Nullable Path applicationFolder,
            PrintWriter out,
            PrintWriter err,
            boolean interactive,
            InstantSource clock) {
        this(
                environment,
                workingFolder,
                applicationFolder,
                out,
                err,
                interactive,
                clock,
                Presence.alone(workingFolder));
    }

    /**
     * Reads the settings.
     *
     * @throws io.leadscore.settings.SettingsException when one is wrong
     */
    Settings settings() {
        return Settings.read(environment, workingFolder, applicationFolder);
    }
}
