package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.WeightSets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsCommandFunctionalTests extends ModelsLedger {

    ModelsCommandFunctionalTests(@TempDir Path folder) {
        super(folder);
    }

    @BeforeAll
    void beginShadow() throws IOException {
        fillLedger();
        inLedger(rooms -> {
            rooms.door(WeightSets.class)
                    .beginShadow(
                            PORTAL, 2, ModelsFixture.NOW.plus(Duration.ofDays(7)), "weight-recalibration", "Try it.");
            return 2;
        });
    }

    @Test
    void listsTheNewestFirst() {
        assertThat(run("models")).isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0))
                .contains("ID", "LABEL", "ORIGIN", "ENOUGH DATA", "ROC AUC", "GAIN", "VERDICT", "STATE");
        assertThat(lines).hasSize(7);
        assertThat(lines.get(3)).contains("1.0-w4", "weights kept", "0.721").doesNotContain("0.742", "+0.021");
        assertThat(lines.get(4)).contains("1.0-w3", "keep");
        assertThat(lines.get(5))
                .contains("1.0-w2", "60.0", "yes", "0.742", "+0.021", "promote", "shadow until 2026-11-30");
        assertThat(lines.get(6)).contains("1.0-w1", "defaults", "30.0", "no", "live since 2026-11-23");
    }

    @Test
    void listsForPrograms() {
        assertThat(run("models", "list", "--json")).isZero();

        JsonNode list = json();
        assertThat(list).hasSize(6);
        JsonNode learnt = list.get(4);
        assertThat(learnt.get("label").asString()).isEqualTo("1.0-w2");
        assertThat(learnt.get("rocAuc").get("value").asDouble()).isEqualTo(0.742);
        assertThat(learnt.get("rocAuc").get("sureness").isNull()).isTrue();
        assertThat(list.get(5).get("live").asBoolean()).isTrue();
        assertThat(list.get(5).get("verdict").isNull()).isTrue();
    }

    @Test
    void showsInFull() {
        inLedger(rooms -> {
            rooms.door(WeightSets.class)
                    .beginShadow(
                            PORTAL, 2, ModelsFixture.NOW.plus(Duration.ofDays(7)), "weight-recalibration", "Try it.");
            return 2;
        });

        assertThat(run("models", "show", "2")).isZero();

        assertThat(out.toString())
                .contains("Weight set 2 (1.0-w2), shadow until 2026-11-30")
                .contains("custom number", "built-in", "as declared".toUpperCase(Locale.ROOT))
                .contains("below 10", "10 to below 50.5", "50.5 and more", "(unknown)", "36.4 %", "31.5 %")
                .contains("within 90 days.", "is 21.7 %", "logistic curve", "NEVER A DEAL", "DEAL OF 30 DAYS")
                .contains("High from 80 points on, Medium from 50")
                .contains("static-facts", "20260101")
                .contains("Verdict: PROMOTE", "On 100 deals since 2026-07-26", "nor from their companies")
                .contains("Predicted and observed", "34.0 %", "Segments", "In the shadow")
                .contains("added", "shadow begun", "weight-recalibration", "Try it.");
    }

    @Test
    void showsForPrograms() {
        assertThat(run("models", "show", "2", "--json")).isZero();

        assertThat(json().get("weightSet")
                        .get("calibration")
                        .get("curve")
                        .get("shape")
                        .asString())
                .isEqualTo("LOGISTIC");
        assertThat(json().get("chances").get(0).get("of").asString()).isEqualTo("new deal");
        assertThat(json().get("events").get(0).get("action").asString()).isEqualTo("shadow begun");
    }

    @Test
    void writesAModelCard() {
        assertThat(run("models", "card", "2")).isZero();

        String card = out.toString();
        assertThat(card.lines().filter(line -> line.startsWith("#")))
                .containsExactly(
                        "# Model card: weight set 1.0-w2",
                        "## Purpose",
                        "## How the probability is to be read",
                        "## Data",
                        "## Left out",
                        "## Taken as unchanged",
                        "## Weights",
                        "## How it was judged",
                        "### Against the incumbent, the profile's own weights, and the base rate",
                        "### Reliability",
                        "### Segments",
                        "### Notes of the run",
                        "## Known limits",
                        "## Provenance");
        assertThat(card)
                .contains("| no close date | 12 |")
                .contains("what they are today: country, custom, industry.")
                .contains("| candidate | 0.742 | 0.692 to 0.792 |")
                .contains("| incumbent | +0.021 | -0.004 to 0.047 |")
                .contains("| 50 | 31.0 % | 34.0 % |")
                .contains("Closed deals are a biased sample", "totals of marketing e-mail", "Facts taken as unchanged")
                .contains("| seed | 20260101 |");
    }

    @Test
    void letsNoTextOfTheAccountBecomeMarkdown() {
        run("models", "card", "2");

        assertThat(out.toString())
                .doesNotContain("<script>", "](https:", "https://")
                .contains(
                        "| industry | TOYS\\|\\<script\\>alert(1)\\</script\\> \\[x\\](https\\://evil.example) | 55 |");
    }

    @Test
    void saysOnTheCardOfDefaultsThatNothingWasLearnt() {
        assertThat(run("models", "card", "1")).isZero();

        assertThat(out.toString())
                .contains("It was not: nothing was learnt for it.", "not learnt and not tested on deals")
                .contains("base rate for everybody")
                .doesNotContain("biased sample");
    }

    @Test
    void saysOnTheCardOfARenewedSetWhoseFiguresTheyAre() {
        run("models", "card", "4");

        assertThat(out.toString()).contains("This set keeps the weights of the incumbent of its run.");
    }

    @Test
    void writesTheCardForPrograms() {
        assertThat(run("models", "card", "2", "--json")).isZero();

        JsonNode card = json();
        assertThat(card.get("exclusions").get("no close date").asInt()).isEqualTo(12);
        assertThat(card.get("assessment")
                        .get("evaluation")
                        .get("segments")
                        .get(0)
                        .get("value")
                        .asString())
                .isEqualTo(ModelsFixture.EVIL);
        assertThat(card.get("limits").size()).isGreaterThan(8);
    }

    @Test
    void comparesTwoSetsOnTheLeadsOfToday() {
        assertThat(run("models", "compare", "1", "2")).isZero();

        assertThat(out.toString())
                .containsPattern("fit +30\\.0 % +60\\.0 % +\\+30\\.0 %")
                .containsPattern("fit: seats +20\\.0 % +21\\.4 %")
                .containsPattern("ROC AUC +- +0\\.742 +-")
                .contains("What was not judged has no measures.")
                .contains("Priorities of the 40 leads of today", "Low to Medium: ");
    }

    @Test
    void comparesForPrograms() {
        assertThat(run("models", "compare", "1", "2", "--json")).isZero();

        assertThat(json().get("impact").get("leads").asLong()).isEqualTo(ModelsFixture.LEADS);
        assertThat(json().get("other").get("metrics").get("brier").asDouble()).isEqualTo(0.15);
    }
}
