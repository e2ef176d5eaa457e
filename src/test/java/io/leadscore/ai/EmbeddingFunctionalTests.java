package io.leadscore.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.FitVectors;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.scoring.FitProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddingFunctionalTests extends AnalystFixture {

    private static final String MODEL = "text-embedding-3-small@256";

    @Test
    void makesEachVectorOnce() {
        List<FitProfile> profiles = new ArrayList<>(profiles(2_500));
        profiles.add(new FitProfile(Map.of()));
        FitAnalyst analyst = analyst(settings());

        AnalysisReport first = analyst.embed(PORTAL, weights(), profiles, BUDGET);

        assertThat(first.trouble()).isNull();
        assertThat(openAi.bodies(EMBEDDINGS)).hasSize(3);
        assertThat(first.count("AI vector answers")).isEqualTo(2_500);
        assertThat(first.count("AI vector micro-dollars")).isPositive().isEqualTo(spent());
        String key = profiles.get(7).key();
        assertThat(door(FitVectors.class).get(PORTAL, MODEL, List.of(key)).get(key))
                .hasSize(256);

        assertThat(analyst.embed(PORTAL, weights(), profiles, BUDGET).counts())
                .isEqualTo(Map.of("AI vector cache hits", 2_500L));
        assertThat(openAi.bodies(EMBEDDINGS)).hasSize(3);
    }

    @Test
    void disturbsNoAnalysis() {
        fault(FaultKind.INTERNAL_ERROR, EMBEDDINGS, 100);
        FitAnalyst analyst = analyst(settings());

        AnalysisReport vectors = analyst.embed(PORTAL, weights(), profiles(4_000), BUDGET);

        assertThat(openAi.bodies(EMBEDDINGS)).hasSize(5);
        assertThat(vectors.trouble()).contains("answered 500");
        assertThat(analyse(analyst, profiles(10)).count("AI answers")).isEqualTo(10);
    }
}
