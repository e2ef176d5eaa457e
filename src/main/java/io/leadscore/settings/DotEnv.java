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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code .env} file: {@code NAME=value} lines, as shells and Compose read them. Blank lines and comments are
 * passed over, {@code export} is allowed, the last of two lines with one name counts. A value in single quotes is taken
 * literally; in double quotes {@code \n}, {@code \"} and {@code \\} are escapes; without quotes it ends before
 * {@code " #"}. Messages never quote a line, because it may hold a secret.
 */
final class DotEnv {

    private static final DotEnv NOTHING = new DotEnv(Map.of(), Map.of());

    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)", Pattern.DOTALL);
    private static final Pattern SINGLE_QUOTED = Pattern.compile("'([^']*)'\\s*(?:#.*)?");
    private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?");
    private static final Pattern TRAILING_COMMENT = Pattern.compile("(?:^|\\s)#.*");

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
            Matcher assignment = ASSIGNMENT.matcher(line);
            if (!assignment.matches()) {
                throw wrong(file, number, "is not of the form NAME=value");
            }
            values.put(assignment.group(1), value(assignment.group(2), file, number));
            lineOfName.put(assignment.group(1), number);
        }
        return new DotEnv(values, lineOfName);
    }

    private static String value(String text, Path file, int number) {
        if (text.startsWith("'")) {
            return quoted(SINGLE_QUOTED, text, file, number);
        }
        if (text.startsWith("\"")) {
            return unescaped(quoted(DOUBLE_QUOTED, text, file, number));
        }
        return TRAILING_COMMENT.matcher(text).replaceFirst("").strip();
    }

    private static String quoted(Pattern pattern, String text, Path file, int number) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw wrong(file, number, "has a quote that is not closed, or text behind the closing quote");
        }
        return matcher.group(1);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\') {
                character = text.charAt(++i);
                character = character == 'n' ? '\n' : character == 't' ? '\t' : character;
            }
            plain.append(character);
        }
        return plain.toString();
    }

    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    private static SettingsException wrong(Path file, int number, String what) {
        return new SettingsException(
                "Line " + number + " of " + file + " " + what + ".", "Correct or remove that line.");
    }
}
