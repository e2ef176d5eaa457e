package io.leadscore.settings;

import java.util.Collection;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Puts what Jackson or a record refused into one sentence that names line and key.
 *
 * @param file what the text is called
 * @param subject what the text is about: {@code the profile}
 */
record YamlRefusal(String file, String subject) {

    private static final String TAB = "this line is indented by a tab, where YAML wants spaces";

    /**
     * Where the keys of a text stand.
     *
     * @throws SettingsException when it is no YAML, or says a key twice
     */
    YamlLines lines(YAMLMapper mapper, String text) {
        try {
            return YamlLines.of(mapper, text);
        } catch (YamlLines.Misplaced e) {
            throw at(e.line(), e.path(), e.problem());
        } catch (JacksonException e) {
            int tab = indentedByTab(text);
            throw tab == 0 ? unreadable(e, "this is not valid YAML") : at(tab, "", TAB);
        }
    }

    /** A refusal of what the YAML parser could not read. */
    SettingsException unreadable(JacksonException e, String problem) {
        return at(line(e), "", problem);
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    }

    /** The first line that is indented by a tab; 0: none is. */
    private static int indentedByTab(String text) {
        List<String> lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            if (lines.get(number - 1).matches("\\s*\t\\s*[^#\\s].*")) {
                return number;
            }
        }
        return 0;
    }

    /** A refusal of the text as a whole. */
    SettingsException whole(String problem) {
        return at(1, "", problem);
    }

    /** A refusal of a key that nobody knows; it names the one that was meant, or those that there are. */
    SettingsException unknown(String path, String key, Collection<String> known, YamlLines lines) {
        String nearest = Nearest.to(key, known);
        return at(
                lines.line(path),
                path,
                "is not a known key; "
                        + (nearest == null ? "known are " + String.join(", ", known) : "is " + nearest + " meant?"));
    }

    SettingsException of(JacksonException e, YamlLines lines) {
        String path = path(e.getPath());
        String problem = problem(e);
        String key = keyOf(path, problem);
        return at(lines.line(e instanceof StreamReadException ? path : key), path, problem);
    }

    /** A refusal of what stands at a path; the problem begins with a key below it, or goes on from the path. */
    SettingsException of(String path, String problem, YamlLines lines) {
        return at(lines.line(keyOf(path, problem)), path, problem);
    }

    private SettingsException at(int line, String path, String problem) {
        String key = path.isEmpty() ? "" : path + " ";
        if (path.isEmpty() && isPredicate(problem)) {
            key = subject + " ";
        }
        String link = path.isEmpty() || isPredicate(problem) ? "" : "says what cannot be: ";
        return new SettingsException(
                file + ", line " + line + ": " + key + link + problem + (problem.endsWith("?") ? "" : "."),
                "Correct it there; the comments in the file that comes with the program say what each key means.");
    }

    private static String keyOf(String path, String problem) {
        return path.isEmpty() ? firstWord(problem) : path + "." + firstWord(problem);
    }

    /** Whether the problem goes on from the key ("must be ..."), instead of naming a key of its own. */
    private static boolean isPredicate(String problem) {
        return List.of("must", "stands", "is", "needs").contains(firstWord(problem));
    }

    private static String problem(JacksonException e) {
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
        return "is missing or not of the right type";
    }

    private static String firstWord(String problem) {
        return problem.substring(0, problem.indexOf(' ') < 0 ? problem.length() : problem.indexOf(' '))
                .replace(":", "");
    }

    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }
}
