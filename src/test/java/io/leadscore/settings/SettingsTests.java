package io.leadscore.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadscore.actions.ActionRule;
import io.leadscore.actions.ChannelSettings;
import io.leadscore.hubspot.HubSpotSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTests {

    private final Path folder;

    SettingsTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void hasDefaultsForEverythingButTheToken() {
        Settings settings = read(Map.of());

        assertThat(settings.home()).isEqualTo(folder.resolve("data"));
        assertThat(settings.updateInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.retrainInterval()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.minConfidence()).isEqualTo(0.7);
        assertThat(settings.modelVersion()).isEqualTo("1.0");
        assertThat(settings.portalId()).isNull();
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> settings.hubSpot())
                .withMessage("HUBSPOT_ACCESS_TOKEN is not set.");
    }

    @Test
    void yieldsHubSpotSettings() {
        Settings settings = read(Map.of(
                "HUBSPOT_ACCESS_TOKEN", "pat-1",
                "HUBSPOT_BASE_URL", "http://127.0.0.1:8080",
                "HUBSPOT_API_VERSION_WRITES", "2026-03",
                "HUBSPOT_BURST_LIMIT", "150"));

        HubSpotSettings hubSpot = settings.hubSpot();

        assertThat(hubSpot.token()).isEqualTo("pat-1");
        assertThat(hubSpot.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(hubSpot.versions().writes()).isEqualTo("2026-03");
        assertThat(hubSpot.versions().objects()).isEqualTo("2026-09");
        assertThat(hubSpot.burstLimit()).isEqualTo(150);
        assertThat(hubSpot.searchLimit()).isEqualTo(4);
    }

    @Test
    void environmentWinsOverDotEnv() throws IOException {
        Files.writeString(folder.resolve(".env"), "LEAD_SCORE_MODEL_VERSION=2.0\nLEAD_SCORE_MIN_CONFIDENCE=0.5\n");

        Settings settings = read(Map.of("LEAD_SCORE_MODEL_VERSION", "3.0"));

        assertThat(settings.modelVersion()).isEqualTo("3.0");
        assertThat(settings.minConfidence()).isEqualTo(0.5);
    }

    @Test
    void blankValueCountsAsNotSet() {
        assertThat(read(Map.of("LEAD_SCORE_UPDATE_INTERVAL", " ")).updateInterval())
                .isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LEAD_SCORE_UPDATE_INTERVAL | five | is 'five', but must be a whole number",
                "LEAD_SCORE_UPDATE_INTERVAL | -1 | is -1 ms, but must be at least 1000 ms",
                "LEAD_SCORE_RETRAIN_INTERVAL | 0 | is 0 ms, but must be at least 1000 ms",
                "LEAD_SCORE_MIN_CONFIDENCE | 1.1 | is 1.1, but must be from 0 to 1",
                "LEAD_SCORE_MIN_CONFIDENCE | NaN | is NaN, but must be from 0 to 1",
                "LEAD_SCORE_MIN_CONFIDENCE | high | is 'high', but must be a number",
                "LEAD_SCORE_MODEL_VERSION | one | is 'one', but must be a version such as 1.0",
                "HUBSPOT_BASE_URL | api.hubapi.com | is not an http or https URL with a host",
                "HUBSPOT_BASE_URL | ftp://host | is not an http or https URL with a host",
                "HUBSPOT_BASE_URL | http://a b | is not an http or https URL with a host",
                "HUBSPOT_API_VERSION | latest | is 'latest', but must be of the form 2026-09",
                "HUBSPOT_API_VERSION_WRITES | 2026 | is '2026', but must be of the form 2026-09",
                "HUBSPOT_BURST_LIMIT | 0 | is 0, but must be from 1 to 4096",
                "HUBSPOT_SEARCH_LIMIT | -4 | is -4, but must be from 1 to 256",
                "HUBSPOT_PORTAL_ID | acme | is 'acme', but must be a whole number",
                "HUBSPOT_HIGH_PRIORITY_WORKFLOW_ID | 0 | is 0, but must be 1 or more",
                "LEAD_SCORE_DB_URL | postgres://h/d | does not begin with jdbc:postgresql:",
                "LEAD_SCORE_ADMIN_EMAIL | me | is 'me', but must be an e-mail address",
                "LEAD_SCORE_SMTP_PORT | 70000 | is 70000, but must be from 1 to 65535",
            })
    void namesTheSettingThatIsWrong(String name, String value, String what) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of(name, value)))
                .withMessage(name + " " + what + ".")
                .satisfies(wrong -> assertThat(wrong.advice()).isNotBlank());
    }

    @Test
    void neverQuotesASecret() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of("HUBSPOT_ACCESS_TOKEN", "pat na1 hidden")))
                .withMessage("HUBSPOT_ACCESS_TOKEN holds characters that no token has.");
        assertThat(new Secret("hidden")).hasToString("****");
        assertThat(read(Map.of("HUBSPOT_ACCESS_TOKEN", "hidden")).hubSpot().toString())
                .doesNotContain("hidden");
    }

    @Test
    void yieldsHowPeopleAreReached() {
        assertThat(read(Map.of()).channels()).isEqualTo(ChannelSettings.NONE);

        ChannelSettings channels = read(Map.of(
                        "LEAD_SCORE_ADMIN_EMAIL", "admin@example.com",
                        "LEAD_SCORE_SMTP_HOST", "smtp.example.com",
                        "LEAD_SCORE_SMTP_USER", "leadscore",
                        "LEAD_SCORE_SMTP_PASSWORD", "hidden",
                        "LEAD_SCORE_SLACK_WEBHOOK_URL", "https://hooks.example.com/hidden"))
                .channels();

        assertThat(channels.mailServer())
                .isEqualTo(new ChannelSettings.MailServer(
                        "smtp.example.com", 587, "leadscore", "hidden", "admin@example.com"));
        assertThat(channels.toString()).doesNotContain("hidden");
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() ->
                        read(Map.of("LEAD_SCORE_SMTP_HOST", "smtp.example.com")).channels())
                .withMessage("LEAD_SCORE_SMTP_FROM is not set, and neither is LEAD_SCORE_ADMIN_EMAIL.");
    }

    @Test
    void enrolsNewHighLeadsWhenAWorkflowIsSet() {
        assertThat(read(Map.of()).actions().rules()).isEmpty();
        assertThat(read(Map.of("HUBSPOT_HIGH_PRIORITY_WORKFLOW_ID", "4711"))
                        .actions()
                        .rules())
                .containsExactly(ActionRule.enrolling(4711));
    }

    @Test
    void tellsNamesInDotEnvThatAreNoSettings() throws IOException {
        Files.writeString(folder.resolve(".env"), "HUBSPOT_TOKEN=x\nOTHER=1\nLEAD_SCORE_HOME=here\n");

        assertThat(read(Map.of()).unknownNames()).containsExactly("HUBSPOT_TOKEN (line 1)");
    }

    @Test
    void refusesAMisspeltNameInDotEnv() throws IOException {
        Files.writeString(folder.resolve(".env"), "# ours\n\nLEAD_SCORE_HMOE=here\n");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of()))
                .withMessage("Line 3 of " + folder.resolve(".env")
                        + " sets LEAD_SCORE_HMOE, which is no setting; is LEAD_SCORE_HOME meant?");
    }

    @Test
    void keepsNotesThatBeginLikeASetting() throws IOException {
        Files.writeString(folder.resolve(".env"), "OPENAI_API_KEY2=old\nMY_HOME=x\n");

        assertThat(read(Map.of()).unknownNames()).containsExactly("OPENAI_API_KEY2 (line 1; is OPENAI_API_KEY meant?)");
    }

    @Test
    void readsTheJobsFileInHomeBeforeTheOneBesideTheJar() throws IOException {
        Path beside = Files.createDirectories(folder.resolve("app/jobs")).resolve("delta-scoring.yml");
        Files.writeString(beside, "writers: 3\n");
        assertThat(read(Map.of()).delta().writers()).isEqualTo(3);

        Path home = Files.createDirectories(folder.resolve("data/jobs")).resolve("delta-scoring.yml");
        Files.writeString(home, "writers: 4\n");

        assertThat(read(Map.of()).delta().writers()).isEqualTo(4);
    }

    @Test
    void refusesAJobsFileBesideTheJarThatOthersMayWrite() throws IOException {
        Path beside = Files.createDirectories(folder.resolve("app/jobs")).resolve("delta-scoring.yml");
        Files.writeString(beside, "writers: 3\n");
        Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of()).delta())
                .withMessageContaining("Others may write to " + beside);
    }

    private Settings read(Map<String, String> environment) {
        return Settings.read(environment, folder, folder.resolve("app"));
    }
}
