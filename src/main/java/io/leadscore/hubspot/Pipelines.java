package io.leadscore.hubspot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Wire: pipelines with their stages. */
record Pipelines(@Nullable List<Pipeline> results) {

    record Pipeline(@Nullable String id, @Nullable List<Stage> stages) {}

    record Stage(@Nullable String id, @Nullable Metadata metadata) {}

    record Metadata(@Nullable String probability, @Nullable String isClosed) {}

    boolean isReadable() {
        return results != null;
    }

    /** All stages by their ids. A stage that says nothing of being closed is so at probability 0 or 1. */
    Map<String, DealStage> stages() {
        Map<String, DealStage> stages = new LinkedHashMap<>();
        for (Pipeline pipeline : results == null ? List.<Pipeline>of() : results) {
            for (Stage stage : pipeline.stages == null ? List.<Stage>of() : pipeline.stages) {
                if (pipeline.id == null || stage.id == null || stage.metadata == null) {
                    continue;
                }
                Double probability = PropertyValues.parseDecimal(stage.metadata.probability);
                if (probability == null) {
                    continue;
                }
                boolean closed = stage.metadata.isClosed == null
                        ? probability <= 0 || probability >= 1
                        : Boolean.parseBoolean(stage.metadata.isClosed);
                stages.put(
                        stage.id, new DealStage(stage.id, pipeline.id, closed, Math.max(0, Math.min(1, probability))));
            }
        }
        return stages;
    }
}
