package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.HubSpotException;
import io.leadscore.settings.SettingsException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTests {

    @Test
    void tellsWrongSettingsAsConfiguration() {
        Failure failure = Failure.of(new SettingsException("X is wrong.", "Correct it."));

        assertThat(failure).isEqualTo(new Failure(ExitCode.CONFIGURATION_WRONG, "X is wrong.", "Correct it."));
    }

    @Test
    void tellsHubSpotsAnswersByWhatTheReaderDoesNext() {
        assertThat(exitCode(new HubSpotException.Unauthorized("s", "a"))).isEqualTo(ExitCode.NOT_AUTHORISED);
        assertThat(exitCode(new HubSpotException.MissingScopes("s", "a", List.of())))
                .isEqualTo(ExitCode.NOT_AUTHORISED);
        assertThat(exitCode(new HubSpotException.Unavailable("s", "a"))).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(exitCode(new HubSpotException.DailyLimitReached("s", "a"))).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(exitCode(new HubSpotException.Rejected("s", "a", null, List.of())))
                .isEqualTo(ExitCode.FAILED);
    }

    @Test
    void findsOursAmongTheCauses() {
        RuntimeException wrapped =
                new IllegalStateException("bean", new RuntimeException(new SettingsException("X is wrong.", "Do.")));

        assertThat(Failure.of(wrapped).sentence()).isEqualTo("X is wrong.");
    }

    @Test
    void doesNotShowMessagesThatMayQuoteData() {
        Failure failure = Failure.of(new IllegalStateException("anna@example.com"));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failure.sentence()).isEqualTo("Leadscore failed unexpectedly (IllegalStateException).");
    }

    private static ExitCode exitCode(Throwable thrown) {
        return Failure.of(thrown).exitCode();
    }
}
