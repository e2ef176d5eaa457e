package io.leadscore.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators put into a profile by mistake: it is refused in a sentence, whatever it is. */
class OddProfilesTests {

    private final String packaged = packagedText();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "~",
                "[]",
                "42",
                "# nothing but a remark",
                "---\n---\n",
                "\tweights: 1",
                "weights: *nowhere",
                "weights: &a [*a]",
                "!!java.net.URL [http://127.0.0.1:1/]",
                "{",
                "%YAML 9.9\n---\nweights: 1",
                "weights: {fit: .inf}",
                "? [weights]\n: 1",
                "weights:\n  fit: 1e400",
                "<html><body>Not found</body></html>",
                "PK\u0003\u0004"
            })
    void refusesWhatIsNoProfile(String text) {
        refuses(text);
    }

    @Test
    void refusesWhatIsDeepWithoutEnd() {
        refuses("weights: " + "[".repeat(100_000));
        refuses("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nweights: *c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "high: 8o",
                "high: 80 %",
                "high: eighty",
                "high: -1",
                "high: 101",
                "high: .nan",
                "high: 99999999999999999999",
                "high: [80]",
                "high: {at: 80}",
                "high: null",
                "high: ~",
                "high: yes",
                "high:80",
                "hihg: 80",
                "High: 80",
                "high: 80\n  high: 80"
            })
    void refusesAnOddThresholdAndNamesItsLine(String odd) {
        String text = packaged.replaceFirst("high: 80", odd);
        assertThat(text).isNotEqualTo(packaged);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> ScoringProfileFile.parse("profile.yml", text))
                .withMessageMatching("(?is).*(line \\d+|thresholds).*");
    }

    private static void refuses(String text) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> ScoringProfileFile.parse("profile.yml", text))
                .withMessageContaining("profile.yml")
                .satisfies(refused -> assertThat(refused.advice()).isNotBlank());
    }

    private static String packagedText() {
        try (InputStream in =
                Objects.requireNonNull(OddProfilesTests.class.getResourceAsStream("/jobs/scoring-profile.yml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
