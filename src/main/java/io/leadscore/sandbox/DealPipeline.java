package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account's one deal pipeline, whose stages an admin may give another meaning. Thread-safe. */
final class DealPipeline {

    private final Map<String, Stage> stages = new LinkedHashMap<>();

    /** A stage: whether deals end in it, and their chance of being won, from {@code 0.0} to {@code 1.0}. */
    record Stage(String id, String label, boolean closed, String probability) {

        boolean won() {
            return closed && Double.parseDouble(probability) >= 1;
        }

        boolean lost() {
            return closed && !won();
        }
    }

    DealPipeline() {
        for (DealStage stage : DealStage.values()) {
            put(new Stage(stage.id(), stage.label(), stage.closed(), stage.probability()));
        }
    }

    synchronized @Nullable Stage find(@Nullable String id) {
        return id == null ? null : stages.get(id);
    }

    /** Adds a stage, or gives one another meaning. */
    synchronized void put(Stage stage) {
        stages.put(stage.id(), stage);
    }

    synchronized Map<String, ?> toJson() {
        List<Map<String, ?>> list = new ArrayList<>();
        for (Stage stage : stages.values()) {
            list.add(Map.of(
                    "id",
                    stage.id(),
                    "label",
                    stage.label(),
                    "displayOrder",
                    list.size(),
                    "archived",
                    false,
                    "metadata",
                    Map.of("isClosed", String.valueOf(stage.closed()), "probability", stage.probability())));
        }
        return Json.object(
                "id", "default", "label", "Sales Pipeline", "displayOrder", 0, "archived", false, "stages", list);
    }
}
