package io.leadscore.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsDocumentationTests {

    private static final List<String> NAMES =
            Arrays.stream(Setting.values()).map(Setting::name).toList();

    @Test
    void exampleListsEverySettingInOrderAndSetsNone() throws IOException {
        assertThat(firstGroups("(?m)^#([A-Z_]+)=", Path.of(".env.example"))).isEqualTo(NAMES);
        assertThat(firstGroups("(?m)^([^#\\s])", Path.of(".env.example"))).isEmpty();
    }

    @Test
    void readmeListsEverySettingInOrder() throws IOException {
        assertThat(firstGroups("(?m)^\\| `((?:HUBSPOT|OPENAI|LEAD_SCORE)_[A-Z_]+)` \\|", Path.of("README.md")))
                .isEqualTo(NAMES);
    }

    @Test
    void bothMarkTheSameSettingsAsPlanned() throws IOException {
        List<String> planned = firstGroups("(?m)^\\| `([A-Z_]+)` \\|.*\\(planned\\)", Path.of("README.md"));

        assertThat(planned).contains(Setting.HUBSPOT_CLIENT_SECRET.name());
        assertThat(plannedInExample()).isEqualTo(planned);
    }

    /** The settings below a comment that says so, up to the next comment. */
    private static List<String> plannedInExample() throws IOException {
        List<String> planned = new ArrayList<>();
        boolean below = false;
        for (String line : Files.readAllLines(Path.of(".env.example"))) {
            if (line.startsWith("# ")) {
                below = line.contains("(planned)");
            } else if (below && line.startsWith("#")) {
                planned.add(line.substring(1, line.indexOf('=')));
            }
        }
        return planned;
    }

    @Test
    void exampleShowsValuesThatAreRight(@TempDir Path folder) throws IOException {
        String uncommented = Files.readString(Path.of(".env.example")).replaceAll("(?m)^#([A-Z_]+=)", "$1");
        Files.writeString(folder.resolve(".env"), uncommented);

        Settings settings = Settings.read(Map.of(), folder, null);

        assertThat(settings.unknownNames()).isEmpty();
        assertThat(settings.hubSpot().searchLimit()).isEqualTo(4);
    }

    private static List<String> firstGroups(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
