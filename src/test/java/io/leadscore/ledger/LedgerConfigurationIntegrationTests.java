package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class LedgerConfigurationIntegrationTests {

    @Test
    void opensEveryDoorAndClosesTheDatabaseLast(@TempDir Path folder) {
        LedgerSettings settings = LedgerSettings.file(folder, null);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(LedgerDatabase.class, () -> LedgerDatabase.open(settings, Role.RUN));
            context.registerBean(InstantSource.class, InstantSource::system);
            context.register(LedgerConfiguration.class);
            context.refresh();

            assertThat(context.getBean(WeightSets.class).list(1)).isEmpty();
            assertThat(context.getBean(Scores.class).best(1, 5)).isEmpty();
        }

        assertThat(folder.resolve("leadscore.owner")).doesNotExist();
        LedgerDatabase.open(settings, Role.SERVE).close();
    }
}
