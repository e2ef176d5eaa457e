package io.leadscore.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stages of the one deal pipeline, HubSpot's default one. */
enum DealStage {
    APPOINTMENTSCHEDULED("Appointment scheduled", "0.2"),
    QUALIFIEDTOBUY("Qualified to buy", "0.4"),
    PRESENTATIONSCHEDULED("Presentation scheduled", "0.6"),
    DECISIONMAKERBOUGHTIN("Decision maker bought-in", "0.8"),
    CONTRACTSENT("Contract sent", "0.9"),
    CLOSEDWON("Closed won", "1.0"),
    CLOSEDLOST("Closed lost", "0.0");

    private final String label;
    private final String probability;

    DealStage(String label, String probability) {
        this.label = label;
        this.probability = probability;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String probability() {
        return probability;
    }

    boolean closed() {
        return this == CLOSEDWON || this == CLOSEDLOST;
    }

    static @Nullable DealStage of(@Nullable String id) {
        return Arrays.stream(values())
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    Map<String, Object> toJson() {
        return Map.of(
                "id",
                id(),
                "label",
                label,
                "displayOrder",
                Arrays.asList(values()).indexOf(this),
                "archived",
                false,
                "metadata",
                Map.of("isClosed", String.valueOf(closed()), "probability", probability));
    }
}
