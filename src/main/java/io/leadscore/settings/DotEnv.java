package io.leadscore.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a {@code .env} file: {@code NAME=value} lines, as shells and Compose read them. Blank lines and comments are
 * passed over, {@code export} is allowed, the last of two lines with one name counts. A value in single quotes is taken
 * literally; in double quotes {@code \n}, {@code \"} and {@code \\} are escapes; without quotes it ends before
 * {@code " #"}. Messages never quote a line, because it may hold a secret.
 */
final class DotEnv {

    private static final DotEnv NOTHING = new DotEnv(Map.of(), Map.of());

    private final Map<String, String> values;
    private final Map<String, Integer> lineOfName;

    private DotEnv(Map<String, String> values, Map<String, Integer> lineOfName) {
        this.values = values;
        this.lineOfName = lineOfName;
    }

    /** What it says, in its order. */
    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The line of a name that it says. */
    int line(String name) {
        return lineOfName.getOrDefault(name, 1);
    }

    /**
     * What the file says, in its order; empty when there is no such file.
     *
     * @throws SettingsException when the file cannot be read, or a line is neither comment nor assignment
     */
    static DotEnv read(Path file) {
        try {
            return parse(Files.readAllLines(file), file);
        } catch (NoSuchFileException e) {
            return NOTHING;
        } catch (CharacterCodingException e) {
            throw new SettingsException(file + " is not UTF-8 text.", "Save it as UTF-8.");
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be read.", "Check that it is a file that you may read.");
        }
    }

    private static DotEnv parse(List<String> lines, Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Integer> lineOfName = new HashMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = withoutByteOrderMark(lines.get(number - 1)).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            DotEnvLine assignment = assignment(line, number, file);
            values.put(assignment.name(), assignment.value());
            lineOfName.put(assignment.name(), number);
        }
        return new DotEnv(values, lineOfName);
    }

    private static DotEnvLine assignment(String line, int number, Path file) {
        try {
            return DotEnvLine.read(line);
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException(
                    "Line " + number + " of " + file + " " + wrong.getMessage() + ".", "Correct or remove that line.");
        }
    }

    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
