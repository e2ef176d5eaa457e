package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.WeightSet;
import io.leadscore.settings.ScoringProfileFile;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonTextTests {

    private static final Instant MADE = Instant.parse("2026-11-23T12:00:00Z");

    private final WeightSet weights = WeightSet.initial(
            1,
            MADE,
            "1.0",
            ScoringProfileFile.packaged(),
            new CohortRates.Builder(ScoringProfileFile.packaged(), MADE).build());

    @Test
    void givesAWeightSetBackAsItWas() {
        assertThat(JsonText.read(JsonText.of(weights), WeightSet.class)).isEqualTo(weights);
    }

    @Test
    void readsAWeightSetOfTheVersionBefore() {
        ObjectNode old = (ObjectNode) JsonMapper.builder().build().readTree(JsonText.of(weights));
        old.remove("thresholds");
        old.remove("ranges");
        ((ObjectNode) old.get("provenance")).remove("options");
        ObjectNode calibration = (ObjectNode) old.get("calibration");
        calibration.remove("curve");
        calibration.put("slope", 0.0);
        calibration.put("intercept", -2.2);
        old.get("cohorts").get("dimensions").forEach(dimension -> {
            ((ObjectNode) dimension).remove("cuts");
            ((ObjectNode) dimension).remove("trend");
        });

        WeightSet read = JsonText.read(old.toString(), WeightSet.class);

        assertThat(read.signalWeights()).isEqualTo(weights.signalWeights());
        assertThat(read.cohorts()).isEqualTo(weights.cohorts());
        assertThat(read.thresholds()).isEqualTo(weights.thresholds());
        assertThat(read.calibration().baseRate())
                .isEqualTo(weights.calibration().baseRate());
    }
}
