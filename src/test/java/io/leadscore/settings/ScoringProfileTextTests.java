package io.leadscore.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.scoring.ScoringProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ScoringProfileTextTests {

    /** Everything that a profile can say, with words that YAML would rather take for something else. */
    private static final String EVERYTHING = """
            custom-signals:
              - {name: interest, object: contact, property: product_interest, component: fit, kind: category, weight: 12.5,
                 neutral: 0.4, values: {"no": 1.0, "NULL": 0.0001, "1e3": 0.3, "Sant\\u00e9 & M\\u00e9dico: a, b #c": 0.1,
                 "say \\"x\\" \\\\ y": 0.2, "\\U0001F600": 0.7, " blank ": 0.25}, learnt: true}
              - {name: seats, object: company, property: seats_planned, component: fit, kind: number, weight: 10,
                 bands: [{from: 0, value: 0.1}, {from: 0.00001, value: 0.2}, {from: 12345678.9, value: 0.6}]}
              - {name: budget, object: deal, property: budget, component: outcome, kind: number, weight: 5, cap: 50000}
              - {name: users, object: deal, property: users, component: outcome, kind: number, weight: 5, learnt: true,
                 bands: [{from: 5, value: 0.5}]}
              - {name: pilot, object: contact, property: runs_pilot, component: engagement, kind: flag, weight: 10,
                 learnt: false}
              - {name: webinar, object: contact, property: last_webinar_date, component: recency, kind: date, weight: 10,
                 half-life: 90m}
            """;

    @Test
    void thePackagedProfileComesBack() {
        ScoringProfile profile = ScoringProfileFile.packaged();

        assertThat(again(profile)).isEqualTo(profile);
        assertThat(again(profile).fingerprint()).isEqualTo(profile.fingerprint());
    }

    @Test
    void aProfileThatSaysEverythingComesBack() throws IOException {
        ScoringProfile profile = everything();

        assertThat(profile.customSignals()).hasSize(6);
        assertThat(profile.callOutcomes()).hasSize(2);
        assertThat(profile.meetingOutcomes()).hasSize(1);
        assertThat(again(profile)).isEqualTo(profile);
        assertThat(again(profile).fingerprint()).isEqualTo(profile.fingerprint());
    }

    @Test
    void aProfileThatLayInTheLedgerComesBack() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        ScoringProfile stored = json.readValue(json.writeValueAsString(everything()), ScoringProfile.class);

        assertThat(again(stored).fingerprint()).isEqualTo(stored.fingerprint());
    }

    @Test
    void isForPeopleToo() throws IOException {
        String text = ScoringProfileText.of(everything(), "Made for \u00e9veryone.\nReally.");

        assertThat(text).startsWith("# Made for ?veryone.?Really.\n");
        assertThat(text).isASCII();
        assertThat(text).contains("\n# How much each component counts, in percent", "\nthresholds:\n  high: 80\n");
        assertThat(text)
                .contains(
                        "  # ISO 3166-1 alpha-2 codes.",
                        "  email_opens: {weight: 10, neutral: 0.2, cap: 3, half-life: 14d}");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(140));
        assertThat(text).doesNotContain("null").doesNotContain("PT");
    }

    private static ScoringProfile everything() throws IOException {
        String text = Files.readString(Path.of("jobs/scoring-profile.yml"))
                .replace("custom-signals: []\n", EVERYTHING)
                .replace("# call-outcomes: {", "call-outcomes: {")
                .replace("# meeting-outcomes: {", "meeting-outcomes: {")
                .replace("  # high-share: 5\n", "  high-share: 5.5\n")
                .replace("  # medium-share: 30\n", "  medium-share: 30\n")
                .replace("machine-window: 10s", "machine-window: 0s")
                .replace("time-step: 24h", "time-step: 90s")
                .replace("name: 0-10,", "name: \"0: tiny\",");
        return ScoringProfileFile.parse("everything.yml", text);
    }

    private static ScoringProfile again(ScoringProfile profile) {
        return ScoringProfileFile.parse("printed.yml", ScoringProfileText.of(profile, "Printed."));
    }
}
