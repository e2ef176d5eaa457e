package io.leadscore.recalibration;

import java.nio.file.Files;
import java.nio.file.Path;

/** The command that puts the scoring profile of a weight set in place. */
final class ProfileCommand {

    private ProfileCommand() {}

    static String of(long weightSetId, Path file) {
        Path folder = file.getParent();
        String make = folder == null || Files.exists(folder) ? "" : "mkdir -p " + quoted(folder) + " && ";
        return make + "scripts/leadscore models profile " + weightSetId + " > " + quoted(file);
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[A-Za-z0-9_./+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
