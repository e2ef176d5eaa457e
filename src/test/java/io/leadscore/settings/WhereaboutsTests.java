package io.leadscore.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhereaboutsTests {

    private final Path here;
    private final Path installed;

    WhereaboutsTests(@TempDir Path folder) throws IOException {
        this.here = Files.createDirectory(folder.resolve("here"));
        this.installed = folder.resolve("leadscore.env");
    }

    @Test
    void looksIntoTheWorkingFolderFirst() throws IOException {
        Files.writeString(here.resolve(".env"), "LEAD_SCORE_HOME=mine\nHUBSPOT_PORTAL_ID=1\n");
        Files.writeString(installed, "LEAD_SCORE_HOME=/srv/leadscore\nHUBSPOT_PORTAL_ID=2\n");

        Whereabouts found = find(Map.of());

        assertThat(found.home()).isEqualTo(here.resolve("mine"));
        assertThat(found.settings()).containsEntry("HUBSPOT_PORTAL_ID", "1");
    }

    @Test
    void findsTheInstalledHomeFromAnywhere() throws IOException {
        Files.writeString(installed, "HUBSPOT_PORTAL_ID=2\n");

        assertThat(find(Map.of()).home()).isEqualTo(Path.of("/var/lib/leadscore"));
        assertThat(find(Map.of()).settings()).containsEntry("HUBSPOT_PORTAL_ID", "2");
        assertThat(find(Map.of("LEAD_SCORE_HOME", "/var/lib/leadscore")).settings())
                .containsKey("HUBSPOT_PORTAL_ID");
    }

    @Test
    void leavesTheInstalledSettingsToTheInstalledHome() throws IOException {
        Files.writeString(installed, "HUBSPOT_PORTAL_ID=2\n");

        Whereabouts found = find(Map.of("LEAD_SCORE_HOME", "other"));

        assertThat(found.home()).isEqualTo(here.resolve("other"));
        assertThat(found.settings()).isEmpty();
    }

    @Test
    void isDataHereWhenNothingIsSaid() {
        assertThat(find(Map.of()).home()).isEqualTo(here.resolve("data"));
    }

    @Test
    void takesCredentialsFromSystemdUnlessTheEnvironmentSaysOtherwise(@TempDir Path credentials) throws IOException {
        Files.writeString(here.resolve(".env"), "OPENAI_API_KEY=old\n");
        Files.writeString(credentials.resolve("OPENAI_API_KEY"), "new\n");
        Files.writeString(credentials.resolve("HUBSPOT_ACCESS_TOKEN"), "token\n");

        Whereabouts found = find(Map.of(
                "CREDENTIALS_DIRECTORY", credentials.toString(), "HUBSPOT_ACCESS_TOKEN", "from the environment"));

        assertThat(found.settings())
                .containsEntry("OPENAI_API_KEY", "new")
                .containsEntry("HUBSPOT_ACCESS_TOKEN", "from the environment");
    }

    @Test
    void warnsOfWhatOthersCouldRead() throws IOException {
        Files.writeString(here.resolve(".env"), """
                HUBSPOT_BASE_URL=http://10.0.0.7:8080
                OPENAI_BASE_URL=http://localhost:11434/v1
                LEAD_SCORE_SLACK_WEBHOOK_URL=https://hooks.example.com/x
                """);
        Settings settings = Settings.read(Map.of(), here, null);

        assertThat(settings.precautions())
                .extracting(Precaution::subject)
                .contains("HUBSPOT_BASE_URL", here.resolve(".env").toString())
                .doesNotContain("OPENAI_BASE_URL", "LEAD_SCORE_SLACK_WEBHOOK_URL");
    }

    private Whereabouts find(Map<String, String> environment) {
        return Whereabouts.find(environment, here, installed);
    }
}
