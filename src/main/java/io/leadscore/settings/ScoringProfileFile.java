package io.leadscore.settings;

import io.leadscore.scoring.ScoringProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code jobs/scoring-profile.yml}, strictly: whatever is not understood is refused, with its line and key. */
public final class ScoringProfileFile {

    /** Where the profile stands, beside the program and in its jar. */
    public static final String NAME = "jobs/scoring-profile.yml";

    private static final YAMLMapper MAPPER = ProfileYaml.mapper();

    private ScoringProfileFile() {}

    /**
     * The profile in a file.
     *
     * @throws SettingsException when the file cannot be read or says something wrong
     */
    public static ScoringProfile read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new SettingsException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + ").",
                    "Check that the file exists, is UTF-8 text and may be read.");
        }
    }

    /**
     * The profile that comes with the program.
     *
     * @throws SettingsException when it says something wrong
     */
    public static ScoringProfile packaged() {
        try (InputStream in = ScoringProfileFile.class.getClassLoader().getResourceAsStream(NAME)) {
            return parse(NAME, new String(Objects.requireNonNull(in, NAME).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(NAME + " in the jar cannot be read", e);
        }
    }

    /**
     * The profile in a text.
     *
     * @param name what the text is called in refusals
     * @throws SettingsException when the text says something wrong
     */
    public static ScoringProfile parse(String name, String text) {
        Refusal refusal = new Refusal(name);
        if (text.isBlank()) {
            throw refusal.at(1, "", "the file is empty");
        }
        YamlLines lines;
        try {
            lines = YamlLines.of(MAPPER, text);
        } catch (YamlLines.DuplicateKey e) {
            throw refusal.at(e.line(), e.path(), "stands twice");
        } catch (JacksonException e) {
            throw refusal.at(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), "", "this is not valid YAML");
        }
        try {
            return MAPPER.readValue(text, ScoringProfile.class);
        } catch (JacksonException e) {
            throw refusal.of(e, lines);
        }
    }

    /** Puts what Jackson or a record refused into one sentence. */
    private record Refusal(String file) {

        SettingsException of(JacksonException e, YamlLines lines) {
            String path = path(e.getPath());
            String problem = problem(e);
            String key = path.isEmpty() ? firstWord(problem) : path + "." + firstWord(problem);
            return at(lines.line(e instanceof StreamReadException ? path : key), path, problem);
        }

        SettingsException at(int line, String path, String problem) {
            String key = path.isEmpty() ? "" : path + " ";
            if (path.isEmpty() && isPredicate(problem)) {
                key = "the profile ";
            }
            String link = path.isEmpty() || isPredicate(problem) ? "" : "says what cannot be: ";
            return new SettingsException(
                    file + ", line " + line + ": " + key + link + problem + ".",
                    "Correct it there; the comments in the file that comes with the program say what each key means.");
        }

        /** Whether the problem goes on from the key ("must be ..."), instead of naming a key of its own. */
        private static boolean isPredicate(String problem) {
            return List.of("must", "stands", "is").contains(firstWord(problem));
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
}
