package io.leadscore.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadscore.delta.DeltaSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeltaJobFileTests {

    private static final Duration INTERVAL = Duration.ofMinutes(5);

    @Test
    void shippedFileSaysTheDefaults() {
        JobFile shipped = JobFiles.of(Path.of("no-such-folder"), null).find("delta-scoring.yml");

        assertThat(DeltaJobFile.read(shipped, INTERVAL)).isEqualTo(DeltaSettings.defaults(INTERVAL));
    }

    @Test
    void emptyFileMeansTheDefaults() {
        assertThat(read("")).isEqualTo(DeltaSettings.defaults(INTERVAL));
        assertThat(read("# nothing\n")).isEqualTo(DeltaSettings.defaults(INTERVAL));
    }

    @Test
    void readsEveryKindOfValue() {
        DeltaSettings settings = read("overlap: 90s\nquarantine: 7d\nwriters: 2\nlist-above: 5000\n");

        assertThat(settings.overlap()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.quarantine()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.writers()).isEqualTo(2);
        assertThat(settings.listAbove()).isEqualTo(5_000);
    }

    @Test
    void auditsAtMostOnceARun() {
        DeltaSettings settings = DeltaJobFile.read(new JobFile("file", "audit-every: 1h"), Duration.ofDays(1));

        assertThat(settings.auditEvery()).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "over-lap: 5m | file, line 1: over-lap is not a known key; is overlap meant?",
                "overlap: 5 minutes | file, line 1: overlap must be a duration such as 30s, 5m or 24h, not '5 minutes'.",
                "overlap: -5m | file, line 1: overlap is PT-5M, but must be at least PT30S.",
                "overlap: 5 | file, line 1: overlap must be a duration such as 30s, 5m or 24h, not '5'.",
                "overlap: | file, line 1: overlap must be a duration such as 30s, 5m or 24h, not empty.",
                "overlap: [5m] | file, line 1: overlap must be a duration such as 30s, 5m or 24h, not a list.",
                "writers: many | file, line 1: writers must be a whole number, not 'many'.",
                "writers: 1.5 | file, line 1: writers must be a whole number, not '1.5'.",
                "writers: {} | file, line 1: writers must be a whole number, not a mapping.",
                "writers: 0 | file, line 1: writers is 0, but must be between 1 and 20.",
                "pull-chunk: 99999999999 "
                        + "| file, line 1: pull-chunk is 2147483647, but must be between 200 and 10000.",
                "overlap | file, line 1: the file must be lines of 'key: value', not a single word.",
                "[overlap] | file, line 1: the file must be lines of 'key: value', not a list.",
                "{ | file, line 1: this is not valid YAML.",
            })
    void saysWhatIsWrong(String text, String sentence) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(text))
                .withMessage(sentence)
                .satisfies(wrong -> assertThat(wrong.advice()).isNotBlank());
    }

    @Test
    void namesTheLine() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read("\uFEFF# a file of ours\r\noverlap: 5m\r\nwriters: 0\r\n"))
                .withMessage("file, line 3: writers is 0, but must be between 1 and 20.");
    }

    @Test
    void refusesAKeySaidTwice() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read("writers: 1\nwriters: 2\n"))
                .withMessage("file, line 2: writers stands twice.");
    }

    private static DeltaSettings read(String text) {
        return DeltaJobFile.read(new JobFile("file", text), INTERVAL);
    }
}
