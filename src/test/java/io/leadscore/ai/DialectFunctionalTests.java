package io.leadscore.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.AiBehaviour;
import io.leadscore.scoring.FitProfile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that almost speak OpenAI. */
class DialectFunctionalTests extends AnalystFixture {

    @ParameterizedTest
    @EnumSource(names = {"FENCED", "SPARSE"})
    void readsWhatCanBeReadWithoutPayingTwice(AiBehaviour behaviour) {
        openAi.behave(behaviour);

        AnalysisReport report = analyse(analyst(settings()), profiles(25));

        assertThat(report.trouble()).isNull();
        assertThat(report.count("AI answers")).isEqualTo(25);
        assertThat(requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_completion_tokens", "temperature", "json_schema"})
    void doesWithoutWhatAServerDoesNotKnow(String word) {
        openAi.doNotKnow(word);

        AnalysisReport report = analyse(analyst(settings()), profiles(25));

        assertThat(report.trouble()).isNull();
        assertThat(report.count("AI answers")).isEqualTo(25);
        assertThat(requests()).isEqualTo(2);
        assertThat(openAi.bodies(CHAT).get(1)).doesNotContain("\"" + word + "\"");
    }

    @Test
    void negotiatesOnceForAllProcessesUntilTheServerMayHaveLearnt() {
        openAi.doNotKnow("max_completion_tokens", "temperature", "json_schema", "json_object", "response_format");
        List<FitProfile> profiles = profiles(200);

        AnalysisReport first = analyse(analyst(settings()), profiles.subList(0, 100));

        assertThat(first.trouble()).isNull();
        assertThat(first.count("AI answers")).isEqualTo(100);
        assertThat(requests()).isEqualTo(4 + 4);
        assertThat(openAi.bodies(CHAT).get(7))
                .contains("\"max_tokens\"", "JSON schema")
                .doesNotContain("temperature");

        AnalysisReport second = analyse(analyst(settings()), profiles.subList(100, 150));
        assertThat(second.count("AI answers")).isEqualTo(50);
        assertThat(requests()).isEqualTo(8 + 2);
        assertThat(analyst(settings()).payload(PORTAL, weights(), profiles(1))).contains("\"max_tokens\"");

        openAi.doNotKnow();
        time.pass(Duration.ofDays(8));
        analyse(analyst(settings()), profiles.subList(150, 175));
        assertThat(openAi.bodies(CHAT).get(10)).contains("\"max_completion_tokens\"", "json_schema");
        assertThat(requests()).isEqualTo(11);
    }

    @Test
    void forgetsWhatAClockThatRanAheadRemembered() {
        openAi.doNotKnow("max_completion_tokens");
        time.pass(Duration.ofDays(400));
        analyse(analyst(settings()), profiles(10));
        openAi.doNotKnow();
        time.pass(Duration.ofDays(-400));

        assertThat(analyst(settings()).payload(PORTAL, weights(), profiles(1))).contains("\"max_completion_tokens\"");
    }

    @Test
    void negotiatesAnewWithAnotherServer() {
        openAi.doNotKnow("max_completion_tokens");
        analyse(analyst(settings()), profiles(10));
        openAi.doNotKnow();
        AiSettings usual = settings();
        AiSettings elsewhere = new AiSettings(
                usual.key(),
                URI.create(usual.baseUrl().toString().replace("127.0.0.1", "localhost")),
                usual.choice(),
                usual.timeBudget(),
                usual.requests(),
                usual.money());

        analyse(analyst(elsewhere), profiles(20));

        assertThat(openAi.bodies(CHAT).get(2)).contains("\"max_completion_tokens\"");
    }

    @Test
    void namesWhatItCannotDoWithout() {
        openAi.doNotKnow("max_completion_tokens", "max_tokens");

        AnalysisReport report = analyse(analyst(settings()), profiles(1_000));

        assertThat(report.trouble()).contains("The AI at 127.0.0.1", "refuses 'max_tokens'");
        assertThat(requests()).isLessThanOrEqualTo(1 + settings().requests().failures());
        assertThat(spent()).isZero();
    }

    @Test
    void paysNothingForWhatIsRefused() {
        openAi.doNotKnow("temperature");

        AnalysisReport report = analyse(analyst(settings()), profiles(25));

        assertThat(report.count("AI micro-dollars")).isEqualTo(spent());
        assertThat(spent()).isEqualTo(2 * report.count("AI prompt tokens") + 8 * report.count("AI completion tokens"));
    }

    @Test
    void vectorsOfAnotherLengthAreNotTaken() {
        openAi.doNotKnow("dimensions");

        AnalysisReport report = analyst(settings()).embed(PORTAL, weights(), profiles(3), BUDGET);

        // The stand-in then makes vectors of its model's own length, which are not those that were asked for.
        assertThat(report.count("AI vector broken answers")).isEqualTo(3);
        assertThat(openAi.bodies(EMBEDDINGS)).hasSize(2);
        assertThat(openAi.bodies(EMBEDDINGS).get(1)).doesNotContain("dimensions");
    }
}
