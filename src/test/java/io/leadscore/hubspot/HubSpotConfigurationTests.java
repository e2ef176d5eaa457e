package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class HubSpotConfigurationTests {

    @Test
    void needsNothingButSettingsAndTime() {
        HubSpotSettings settings = StubAccount.settings(
                URI.create("http://127.0.0.1:1"), ApiVersions.all("2026-09"), Map.of(), Duration.ofSeconds(1));

        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(HubSpotSettings.class, () -> settings);
            context.registerBean(InstantSource.class, FakeTicker::new);
            context.register(HubSpotConfiguration.class);
            context.refresh();

            assertThat(context.getBean(HubSpot.class).usage().totalCalls()).isZero();
        }
    }
}
