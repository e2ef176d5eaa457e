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
                "holdout: 0.1 | file has the unknown key 'holdout'.",
                "holdout-share: ten | file says holdout-share: 'ten' is not a number.",
                "holdout-share: 1 | file does not fit: holdout-share is 1.0, but must be from 0 up to, but not, 1.",
                "holdout-share: -0.1 | file does not fit: holdout-share is -0.1, but must be from 0 up to, but not, 1.",
                "window: 90 | file says window: '90' is not a duration such as 30s, 5m or 24h.",
                "window: 1h | file does not fit: window is PT1H, but must be at least a day.",
                "close-rate-goal: 0 | file does not fit: close-rate-goal is 0.0, but must be greater than 0.",
                "close-time-goal: 30 | file does not fit: close-time-goal is 30.0, but must be between -100 and 0.",
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
