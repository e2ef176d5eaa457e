package io.leadscore.hubspot;

import java.util.Arrays;
import java.util.List;

/** The properties that Leadscore owns on each contact, in the order in which people read them. */
public enum ScoreProperty {
    SCORE("ai_lead_score", "AI lead score", "number", "number", "Score from 0 to 100 given by Leadscore."),
    PRIORITY(
            "ai_lead_priority",
            "AI lead priority",
            "enumeration",
            "select",
            "Priority that follows from the score: High is to be followed up at once.",
            "High",
            "Medium",
            "Low"),
    FIT(
            "ai_lead_fit",
            "AI lead fit",
            "enumeration",
            "select",
            "How well the lead matches the ideal customer.",
            "High",
            "Medium",
            "Low"),
    PROBABILITY(
            "ai_close_probability",
            "AI close probability",
            "number",
            "number",
            "Chance of a won deal within the horizon, in percent from 0 to 100."),
    NEXT_BEST_ACTION(
            "ai_next_best_action",
            "AI next best action",
            "enumeration",
            "select",
            "What to do next with the lead.",
            "Follow-up",
            "Nurture",
            "Close"),
    REASONS(
            "ai_score_reasons",
            "AI score reasons",
            "string",
            "textarea",
            "The strongest reasons for and against, with their points."),
    SCORED_AT("ai_scored_at", "AI scored at", "datetime", "date", "When the score last changed."),
    MODEL_VERSION(
            "ai_model_version", "AI model version", "string", "text", "Version of the weights that made the score.");

    private final String propertyName;
    private final String label;
    private final String type;
    private final String fieldType;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which its type does not say
    private final List<String> options;

    ScoreProperty(
            String propertyName, String label, String type, String fieldType, String description, String... options) {
        this.propertyName = propertyName;
        this.label = label;
        this.type = type;
        this.fieldType = fieldType;
        this.description = description;
        this.options = List.of(options);
    }

    /** Internal name in HubSpot. */
    public String propertyName() {
        return propertyName;
    }

    /** Name that people see. */
    public String label() {
        return label;
    }

    /** HubSpot's type. */
    public String type() {
        return type;
    }

    /** HubSpot's field type. */
    public String fieldType() {
        return fieldType;
    }

    /** One sentence for people. */
    public String description() {
        return description;
    }

    /** Values of an enumeration, in order; empty for any other type. */
    public List<String> options() {
        return options;
    }

    /** Internal names of all properties, in order. */
    public static List<String> names() {
        return Arrays.stream(values()).map(ScoreProperty::propertyName).toList();
    }
}
