package io.leadscore.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for names in {@code .env} that are no settings: one that is nearly a setting's is refused, others are told. */
final class UnknownNames {

    /** A name so near to a setting's is that setting's, misspelt. */
    private static final int MOST_SLIPS = 2;

    private UnknownNames() {}

    /**
     * The names that look like settings but are none, each with its line.
     *
     * @throws SettingsException when a name is a setting's, misspelt
     */
    static List<String> in(DotEnv dotEnv, Path file) {
        List<String> unknown = new ArrayList<>();
        for (String name : dotEnv.values().keySet()) {
            if (!Setting.knows(name)) {
                refuseMisspelt(name, dotEnv.line(name), file);
                if (Setting.claims(name)) {
                    String meant = Nearest.to(name, Setting.names());
                    String hint = meant == null ? "" : "; is " + meant + " meant?";
                    unknown.add(name + " (line " + dotEnv.line(name) + hint + ")");
                }
            }
        }
        return unknown;
    }

    /** A name that goes on where a setting's ends is somebody's note, such as a token's predecessor. */
    private static void refuseMisspelt(String name, int line, Path file) {
        String meant = Nearest.to(name, Setting.names(), MOST_SLIPS);
        if (meant != null && !name.startsWith(meant)) {
            throw new SettingsException(
                    "Line " + line + " of " + file + " sets " + name + ", which is no setting; is " + meant + " meant?",
                    "Correct the name, or remove that line.");
        }
    }
}
