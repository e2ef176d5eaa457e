package io.leadscore.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.ai.AiMoney;
import io.leadscore.ai.AiRequests;
import io.leadscore.ai.AiSettings;
import io.leadscore.ai.EmbeddingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AiFileTests {

    @Test
    void shippedFileSaysTheDefaults() throws IOException {
        AiSettings shipped = read(Files.readString(Path.of("jobs/ai.yml")), Map.of());

        assertThat(shipped).isEqualTo(read("", Map.of()));
        assertThat(shipped.requests()).isEqualTo(AiRequests.DEFAULT);
        assertThat(shipped.money()).isEqualTo(AiMoney.DEFAULT);
        assertThat(shipped.timeBudget()).isEqualTo(AiSettings.DEFAULT_TIME_BUDGET);
        assertThat(shipped.choice().embeddingModel()).isEqualTo(EmbeddingModel.DEFAULT.toString());
        assertThat(shipped.choice().model()).isEqualTo(AiSettings.DEFAULT_MODEL);
        assertThat(shipped.baseUrl()).isEqualTo(AiSettings.DEFAULT_BASE_URL);
        assertThat(shipped.isOn()).isFalse();
    }

    @Test
    void shippedFileSaysEveryKey() throws IOException {
        String shipped = Files.readString(Path.of("jobs/ai.yml"));

        assertThat(AiFile.KEYS).allSatisfy(key -> assertThat(shipped).contains("\n" + key + ": "));
    }

    @Test
    void takesKeyAddressAndModelFromTheEnvironment() {
        AiSettings settings = read(
                "daily-budget: 0",
                Map.of(
                        "OPENAI_API_KEY", "any",
                        "OPENAI_BASE_URL", "http://localhost:8000/v1",
                        "OPENAI_MODEL", "llama-3.3",
                        "LEAD_SCORE_MIN_CONFIDENCE", "0.9"));

        assertThat(settings.isOn()).isTrue();
        assertThat(settings.baseUrl()).hasToString("http://localhost:8000/v1");
        assertThat(settings.choice().model()).isEqualTo("llama-3.3");
        assertThat(settings.choice().minConfidence()).isEqualTo(0.9);
        assertThat(settings.money().dailyBudget()).isZero();
    }

    @Test
    void canLeaveOutTheTemperature() {
        assertThat(read("temperature: none", Map.of()).requests().temperature()).isNull();
        assertThat(read("temperature: 0.5", Map.of()).requests().temperature()).isEqualTo(0.5);
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> read("concurency: 8", Map.of())).hasMessageContaining("concurency");
        assertThatThrownBy(() -> read("concurrency: 0", Map.of()))
                .hasMessageContaining("concurrency must be from 1 to 64, not 0");
        assertThatThrownBy(() -> read("daily-budget: -1", Map.of())).hasMessageContaining("daily-budget");
        assertThatThrownBy(() -> read("temperature: hot", Map.of())).hasMessageContaining("temperature");
    }

    private static AiSettings read(String text, Map<String, String> values) {
        return AiFile.read(new JobFile("ai.yml", text), new SettingValues(values));
    }
}
