package io.leadscore.settings;

import io.leadscore.ai.AiMoney;
import io.leadscore.ai.AiRequests;
import io.leadscore.ai.AiSettings;
import io.leadscore.ai.EmbeddingModel;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code ai.yml}: what it does not say keeps its default. */
final class AiFile {

    static final Set<String> KEYS = Set.of(
            "profiles-per-request",
            "answer-tokens",
            "temperature",
            "concurrency",
            "requests-per-minute",
            "tokens-per-minute",
            "request-timeout",
            "time-budget",
            "failures",
            "rest",
            "batch-above",
            "embedding-model",
            "embedding-dimensions",
            "embeddings-per-request",
            "daily-budget",
            "input-price",
            "output-price",
            "embedding-price",
            "batch-discount");

    /** What stands for a temperature that is not said. */
    private static final String NONE = "none";

    private AiFile() {}

    static AiSettings read(JobFile file, SettingValues values) {
        StrictYaml yaml = StrictYaml.read(file, KEYS);
        EmbeddingModel embedding = EmbeddingModel.DEFAULT;
        Secret key = values.secret(Setting.OPENAI_API_KEY);
        URI baseUrl = Objects.requireNonNull(values.url(Setting.OPENAI_BASE_URL));
        try {
            return new AiSettings(
                    key == null ? null : key.value(),
                    baseUrl,
                    AiSettings.choice(
                            values.defaulted(Setting.OPENAI_MODEL),
                            new EmbeddingModel(
                                    yaml.text("embedding-model", embedding.name()),
                                    yaml.count("embedding-dimensions", embedding.dimensions())),
                            values.share(Setting.LEAD_SCORE_MIN_CONFIDENCE)),
                    yaml.duration("time-budget", AiSettings.DEFAULT_TIME_BUDGET),
                    requests(yaml),
                    money(yaml));
        } catch (IllegalArgumentException e) {
            throw yaml.unfit(e);
        }
    }

    private static AiRequests requests(StrictYaml yaml) {
        AiRequests defaults = AiRequests.DEFAULT;
        return new AiRequests(
                yaml.count("profiles-per-request", defaults.profilesPerRequest()),
                yaml.count("answer-tokens", defaults.answerTokens()),
                temperature(yaml, defaults.temperature()),
                yaml.count("concurrency", defaults.concurrency()),
                yaml.count("requests-per-minute", defaults.perMinute()),
                yaml.count("tokens-per-minute", defaults.tokensPerMinute()),
                yaml.duration("request-timeout", defaults.timeout()),
                yaml.count("batch-above", defaults.batchAbove()),
                yaml.count("embeddings-per-request", defaults.embeddingsPerRequest()),
                yaml.count("failures", defaults.failures()),
                yaml.duration("rest", defaults.rest()));
    }

    private static AiMoney money(StrictYaml yaml) {
        AiMoney defaults = AiMoney.DEFAULT;
        return new AiMoney(
                yaml.decimal("daily-budget", defaults.dailyBudget()),
                yaml.decimal("input-price", defaults.inputPrice()),
                yaml.decimal("output-price", defaults.outputPrice()),
                yaml.decimal("embedding-price", defaults.embeddingPrice()),
                yaml.decimal("batch-discount", defaults.batchDiscount()));
    }

    private static @Nullable Double temperature(StrictYaml yaml, @Nullable Double otherwise) {
        return NONE.equals(yaml.text("temperature", ""))
                ? null
                : Double.valueOf(yaml.decimal("temperature", otherwise == null ? 0 : otherwise));
    }
}
