package io.leadscore.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadscore.report.KpiSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiFileTests {

    @Test
    void shippedFileSaysTheDefaults() {
        JobFile shipped = JobFiles.of(Path.of("no-such-folder"), null).find("kpi.yml");

        assertThat(KpiFile.read(shipped)).isEqualTo(KpiSettings.defaults());
    }

    @Test
    void readsEveryKey() {
        String text = "holdout-share: 0.1\nwindow: 60d\nclose-rate-goal: 12.5\nclose-time-goal: -40\n";

        assertThat(read(text)).isEqualTo(new KpiSettings(0.1, Duration.ofDays(60), 12.5, -40));
        assertThat(read("")).isEqualTo(KpiSettings.defaults());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "holdout: 0.1 | file, line 1: holdout is not a known key; known are close-rate-goal, close-time-goal, holdout-share, window.",
                "holdout-share: ten | file, line 1: holdout-share must be a number, not 'ten'.",
                "holdout-share: .nan | file, line 1: this line has a number that is none.",
                "close-rate-gaol: 20 | file, line 1: close-rate-gaol is not a known key; is close-rate-goal meant?",
                "holdout-share: 1 | file, line 1: holdout-share is 1.0, but must be from 0 up to, but not, 1.",
                "holdout-share: -0.1 | file, line 1: holdout-share is -0.1, but must be from 0 up to, but not, 1.",
                "window: 90 | file, line 1: window must be a duration such as 30s, 5m or 24h, not '90'.",
                "window: 1h | file, line 1: window is PT1H, but must be at least a day.",
                "close-rate-goal: 0 | file, line 1: close-rate-goal is 0.0, but must be greater than 0.",
                "close-time-goal: 30 | file, line 1: close-time-goal is 30.0, but must be between -100 and 0.",
            })
    void saysWhatIsWrong(String text, String sentence) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(text))
                .withMessage(sentence);
    }

    private static KpiSettings read(String text) {
        return KpiFile.read(new JobFile("file", text));
    }
}
