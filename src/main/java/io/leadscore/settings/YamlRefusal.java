package io.leadscore.settings;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Puts what Jackson or a record refused into one sentence that names line and key.
 *
 * @param file what the text is called
 * @param subject what the text is about: {@code the profile}
 */
record YamlRefusal(String file, String subject) {

    /**
     * Where the keys of a text stand.
     *
     * @throws SettingsException when it is empty, no YAML, or says a key twice
     */
    YamlLines lines(YAMLMapper mapper, String text) {
        if (text.isBlank()) {
            throw at(1, "", "the file is empty");
        }
        try {
            return YamlLines.of(mapper, text);
        } catch (YamlLines.DuplicateKey e) {
            throw at(e.line(), e.path(), "stands twice");
        } catch (JacksonException e) {
            throw at(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), "", "this is not valid YAML");
        }
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
                file + ", line " + line + ": " + key + link + problem + ".",
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
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a known key";
        }
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
