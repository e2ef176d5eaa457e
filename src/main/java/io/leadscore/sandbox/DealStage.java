package io.leadscore.sandbox;

import java.util.Locale;

/** The stages of HubSpot's default deal pipeline. */
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

    String label() {
        return label;
    }

    String probability() {
        return probability;
    }

    boolean closed() {
        return this == CLOSEDWON || this == CLOSEDLOST;
    }
}
