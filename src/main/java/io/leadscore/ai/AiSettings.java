package io.leadscore.ai;

import io.leadscore.scoring.AiChoice;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which AI to ask, and how much.
 *
 * @param key the key that it is asked with; null: it is not asked
 * @param baseUrl {@code https://api.openai.com/v1}, or another server that speaks the same
 * @param choice which models, and from which confidence on they count
 * @param timeBudget how long a delta run may take for asking
 * @param requests how requests are made
 * @param money what they may cost
 */
public record AiSettings(
        @Nullable String key, URI baseUrl, AiChoice choice, Duration timeBudget, AiRequests requests, AiMoney money) {

    public static final URI DEFAULT_BASE_URL = URI.create("https://api.openai.com/v1");
    public static final String DEFAULT_MODEL = "gpt-4.1";
    public static final Duration DEFAULT_TIME_BUDGET = Duration.ofMinutes(2);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9._:/-]{1,80}");

    public AiSettings {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("OPENAI_API_KEY has characters that no key has");
        }
        if (baseUrl.getHost() == null || !Set.of("http", "https").contains(String.valueOf(baseUrl.getScheme()))) {
            throw new IllegalArgumentException("OPENAI_BASE_URL must be an http or https URL with a host");
        }
        if (!MODEL.matcher(choice.model()).matches()) {
            throw new IllegalArgumentException("OPENAI_MODEL is not the name of a model");
        }
        Limits.positive(timeBudget, "time-budget");
    }

    /** Which AI, by names: vectors of another length count as another model's. */
    public static AiChoice choice(String model, EmbeddingModel embeddingModel, double minConfidence) {
        return new AiChoice(model, Prompt.VERSION, embeddingModel.toString(), minConfidence);
    }

    /** Whether there is an AI. */
    public boolean isOn() {
        return key != null;
    }

    /** The server, as messages name it. */
    String server() {
        return baseUrl.equals(DEFAULT_BASE_URL) ? "OpenAI" : "the AI at " + baseUrl.getHost();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "AiSettings[" + (isOn() ? "on" : "off") + ", " + baseUrl.getHost() + ", " + choice + "]";
    }
}
