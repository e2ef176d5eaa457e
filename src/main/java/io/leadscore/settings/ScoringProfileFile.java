package io.leadscore.settings;

import io.leadscore.scoring.ScoringProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code jobs/scoring-profile.yml}, strictly: whatever is not understood is refused, with its line and key. */
public final class ScoringProfileFile {

    /** Where the profile stands, beside the program and in its jar. */
    public static final String NAME = "jobs/scoring-profile.yml";

    private static final YAMLMapper MAPPER = ProfileYaml.mapper();

    private ScoringProfileFile() {}

    /** How a file that somebody names is read. */
    public interface Reading {
        String text(String file) throws IOException;
    }

    /**
     * The profile in a file.
     *
     * @throws SettingsException when the file cannot be read or says something wrong
     */
    public static ScoringProfile read(String file, Reading reading) {
        try {
            return parse(file, reading.text(file));
        } catch (IOException e) {
            throw new SettingsException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + ").",
                    "Check that the file exists, is UTF-8 text and may be read.");
        }
    }

    /** The profile that comes with the program. */
    public static ScoringProfile packaged() {
        return Packaged.PROFILE;
    }

    /**
     * The profile in a text.
     *
     * @param name what the text is called in refusals
     * @throws SettingsException when the text says something wrong
     */
    public static ScoringProfile parse(String name, String text) {
        YamlDocument document = YamlDocument.read(name, "the profile", text, MAPPER);
        if (document.isEmpty()) {
            throw document.refusal().whole("the file is empty");
        }
        return document.as(ScoringProfile.class, MAPPER);
    }

    /** Read once, when somebody first asks. */
    private static final class Packaged {

        static final ScoringProfile PROFILE = read();

        private static ScoringProfile read() {
            try (InputStream in = ScoringProfileFile.class.getClassLoader().getResourceAsStream(NAME)) {
                return parse(NAME, new String(Objects.requireNonNull(in, NAME).readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(NAME + " in the jar cannot be read", e);
            }
        }
    }
}
