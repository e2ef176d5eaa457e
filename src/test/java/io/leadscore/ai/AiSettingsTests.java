package io.leadscore.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.ai.Trouble.Kind;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AiSettingsTests {

    @Test
    void isOffWithoutAKey() {
        assertThat(settings(null, "gpt-4.1").isOn()).isFalse();
        assertThat(settings("sk-1", "gpt-4.1").isOn()).isTrue();
    }

    @Test
    void doesNotShowTheKey() {
        assertThat(settings("sk-secret", "gpt-4.1").toString()).doesNotContain("secret");
    }

    @Test
    void refusesWhatIsNoKeyAndNoModel() {
        assertThatThrownBy(() -> settings("sk 1", "gpt-4.1")).hasMessageContaining("OPENAI_API_KEY");
        assertThatThrownBy(() -> settings("sk", "a model")).hasMessageContaining("OPENAI_MODEL");
    }

    @Test
    void takesVectorsOfAnotherLengthForThoseOfAnotherModel() {
        EmbeddingModel model = new EmbeddingModel("e", 64);

        assertThat(AiSettings.choice("m", model, 0.7).embeddingModel()).isEqualTo("e@64");
        assertThat(EmbeddingModel.of("e@64")).isEqualTo(model);
        assertThat(EmbeddingModel.of("e")).isEqualTo(new EmbeddingModel("e", 256));
    }

    @Test
    void roundsMoneyUp() {
        AiMoney money = new AiMoney(5, 2, 8, 0.02, 0.5);

        assertThat(money.budgetMicros()).isEqualTo(5_000_000);
        assertThat(money.analysis(3, 1)).isEqualTo(14);
        assertThat(money.batched(3, 1)).isEqualTo(7);
        assertThat(money.embedding(1)).isEqualTo(1);
        assertThat(money.embedding(101)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void saysOfEachTroubleWhatToDo(Kind kind) {
        String sentence =
                new Trouble(kind, "answered 500").sentence(settings("sk-secret", "gpt-4.1"), "OPENAI_MODEL", 1_234);

        assertThat(sentence)
                .matches("[A-Z].*, 1,234 profiles are left to the rules: .+\\.")
                .doesNotContain("sk-secret");
    }

    private static AiSettings settings(@Nullable String key, String model) {
        return new AiSettings(
                key,
                URI.create("https://api.openai.com/v1"),
                AiSettings.choice(model, EmbeddingModel.DEFAULT, 0.7),
                AiSettings.DEFAULT_TIME_BUDGET,
                AiRequests.DEFAULT,
                AiMoney.DEFAULT);
    }
}
