package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HubSpotSettingsTests {

    @Test
    void keepsTheTokenOutOfItsText() {
        assertThat(settings("https://api.hubapi.com", "pat-secret", 4).toString())
                .doesNotContain("secret")
                .contains("api.hubapi.com");
    }

    @Test
    void namesHostAndPort() {
        assertThat(settings("https://api.hubapi.com", "t", 4).endpoint()).isEqualTo("api.hubapi.com:443");
        assertThat(settings("http://localhost:8080", "t", 4).endpoint()).isEqualTo("localhost:8080");
    }

    @Test
    void namesTheSettingThatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("ftp://api.hubapi.com", "t", 4))
                .withMessageContaining("HUBSPOT_BASE_URL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("https://api.hubapi.com", " ", 4))
                .withMessageContaining("HUBSPOT_ACCESS_TOKEN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("https://api.hubapi.com", "t", 0))
                .withMessageContaining("HUBSPOT_SEARCH_LIMIT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiVersions.all("../evil"))
                .withMessageContaining("../evil");
    }

    private static HubSpotSettings settings(String url, String token, int searchLimit) {
        return new HubSpotSettings(
                URI.create(url),
                token,
                ApiVersions.all(ApiVersions.CURRENT),
                null,
                searchLimit,
                null,
                Duration.ofSeconds(30),
                Map.of());
    }
}
