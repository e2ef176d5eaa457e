package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.ledger.RunReports;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.WeightSets;
import io.leadscore.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;

class RoomsTests {

    private final Path home;

    RoomsTests(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void openEveryDoorOfTheLedgerForAGlanceWithoutLookingForAnnotations() {
        try (Rooms rooms = Rooms.openToRead(settings(), InstantSource.system())) {
            assertThat(rooms.door(RunReports.class).recent(1)).isEmpty();
            assertThat(rooms.door(Scores.class).best(1, 5)).isEmpty();
            assertThat(rooms.door(WeightSets.class).list(1)).isEmpty();
            assertThatThrownBy(() -> rooms.door(ConfigurationClassPostProcessor.class))
                    .isInstanceOf(NoSuchBeanDefinitionException.class);
        }
        assertThat(home.resolve("leadscore.owner")).doesNotExist();
    }

    private Settings settings() {
        return Settings.read(
                Map.of("LEAD_SCORE_HOME", home.toString(), "HUBSPOT_ACCESS_TOKEN", "pat-na1-secret"), home, null);
    }
}
