package io.leadscore.settings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every setting by its name, in the order of the README's table, with what holds when it is not set. */
public enum Setting {
    HUBSPOT_ACCESS_TOKEN,
    HUBSPOT_PORTAL_ID,
    HUBSPOT_HIGH_PRIORITY_WORKFLOW_ID,
    HUBSPOT_BASE_URL("https://api.hubapi.com"),
    HUBSPOT_API_VERSION("2026-09"),
    HUBSPOT_API_VERSION_OBJECTS,
    HUBSPOT_API_VERSION_WRITES,
    HUBSPOT_API_VERSION_ASSOCIATIONS,
    HUBSPOT_API_VERSION_PROPERTIES,
    HUBSPOT_API_VERSION_PIPELINES,
    HUBSPOT_API_VERSION_ACCOUNT,
    HUBSPOT_BURST_LIMIT,
    HUBSPOT_SEARCH_LIMIT("4"),
    HUBSPOT_CLIENT_ID,
    HUBSPOT_CLIENT_SECRET,
    HUBSPOT_REDIRECT_URI,
    OPENAI_API_KEY,
    OPENAI_BASE_URL("https://api.openai.com/v1"),
    OPENAI_MODEL("gpt-4.1"),
    LEAD_SCORE_UPDATE_INTERVAL("300000"),
    LEAD_SCORE_RETRAIN_INTERVAL("604800000"),
    LEAD_SCORE_MIN_CONFIDENCE("0.7"),
    LEAD_SCORE_MODEL_VERSION("1.0"),
    LEAD_SCORE_HOME("./data"),
    LEAD_SCORE_DB_URL,
    LEAD_SCORE_DB_USER,
    LEAD_SCORE_DB_PASSWORD,
    LEAD_SCORE_ENCRYPTION_KEY,
    LEAD_SCORE_ADMIN_EMAIL,
    LEAD_SCORE_SMTP_HOST,
    LEAD_SCORE_SMTP_PORT("587"),
    LEAD_SCORE_SMTP_USER,
    LEAD_SCORE_SMTP_PASSWORD,
    LEAD_SCORE_SMTP_FROM,
    LEAD_SCORE_SLACK_WEBHOOK_URL;

    private static final List<String> NAMES = namesInOrder();

    private final @Nullable String defaultValue;

    Setting() {
        this(null);
    }

    Setting(@Nullable String defaultValue) {
        this.defaultValue = defaultValue;
    }

    /** What holds when it is not set; null when nothing does. */
    public @Nullable String defaultValue() {
        return defaultValue;
    }

    /** Whether a variable of this name looks like one of ours. */
    static boolean claims(String name) {
        return name.startsWith("HUBSPOT_") || name.startsWith("OPENAI_") || name.startsWith("LEAD_SCORE_");
    }

    static boolean knows(String name) {
        return NAMES.contains(name);
    }

    static List<String> names() {
        return NAMES;
    }

    private static List<String> namesInOrder() {
        List<String> names = new ArrayList<>();
        for (Setting setting : values()) {
            names.add(setting.name());
        }
        return List.copyOf(names);
    }
}
