package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EmbeddingsEndpointIntegrationTests {

    private static final String PATH = "/openai/v1/embeddings";
    private static final String SOFTWARE = "industry: COMPUTER_SOFTWARE\\ncompany_size: 51-200\\ncountry: DE";
    private static final String SOFTWARE_IN_FRANCE = SOFTWARE.replace("DE", "FR");
    private static final String OTHER = "industry: DAIRY\\ncompany_size: 0-10\\ncountry: JP";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(new FixedClock()));
    private final SandboxClient client = new SandboxClient(sandbox, sandbox.openAiKey());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void pointsTheSameWayForTextsThatShareLines() throws Exception {
        JsonNode data = embed("\"dimensions\": 256", SOFTWARE, SOFTWARE_IN_FRANCE, OTHER)
                .path("data");

        double[] software = numbers(data, 0);
        assertThat(software).hasSize(256);
        assertThat(cosine(software, software)).isCloseTo(1, within(1e-5));
        assertThat(cosine(software, numbers(data, 1))).isGreaterThan(0.5);
        assertThat(cosine(software, numbers(data, 2))).isBetween(-0.3, 0.3);
        assertThat(data.get(2).path("index").asInt()).isEqualTo(2);
    }

    @Test
    void packsTheSameNumbersInBase64() throws Exception {
        JsonNode plain = embed("\"dimensions\": 8", SOFTWARE);
        JsonNode packed = embed("\"dimensions\": 8, \"encoding_format\": \"base64\"", SOFTWARE);

        byte[] bytes = Base64.getDecoder().decode(packed.at("/data/0/embedding").asString());
        FloatBuffer floats =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        assertThat(floats.remaining()).isEqualTo(8);
        for (int i = 0; i < 8; i++) {
            assertThat((double) floats.get(i)).isCloseTo(numbers(plain.path("data"), 0)[i], within(1e-7));
        }
        assertThat(packed.at("/usage/prompt_tokens").asInt()).isPositive();
    }

    @Test
    void isOfTheModelsLengthUnlessAsked() throws Exception {
        JsonNode answer = client.post(PATH, "{\"model\": \"text-embedding-3-small\", \"input\": \"a\"}")
                .body();

        assertThat(answer.at("/data/0/embedding").size()).isEqualTo(1_536);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\": \"text-embedding-3-small\", \"input\": []}",
                "{\"model\": \"text-embedding-3-small\", \"input\": [\"\"]}",
                "{\"model\": \"text-embedding-3-small\", \"input\": [[1, 2]]}",
                "{\"model\": \"text-embedding-3-small\", \"input\": \"a\", \"dimensions\": 1537}",
                "{\"model\": \"text-embedding-3-small\", \"input\": \"a\", \"encoding_format\": \"hex\"}",
                "{\"input\": \"a\"}"
            })
    void refusesWhatOpenAiRefuses(String request) throws Exception {
        assertThat(client.post(PATH, request).status()).isEqualTo(400);
    }

    @Test
    void knowsWhichModelEmbeds() throws Exception {
        assertThat(client.post(PATH, "{\"model\": \"gpt-4.1\", \"input\": \"a\"}")
                        .status())
                .isEqualTo(404);
    }

    private JsonNode embed(String options, String... texts) throws Exception {
        String input = "[\"" + String.join("\", \"", texts) + "\"]";
        return client.post(PATH, "{\"model\": \"text-embedding-3-small\", \"input\": " + input + ", " + options + "}")
                .body();
    }

    private static double[] numbers(JsonNode data, int index) {
        JsonNode embedding = data.get(index).path("embedding");
        double[] numbers = new double[embedding.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = embedding.get(i).asDouble();
        }
        return numbers;
    }

    /** Of unit vectors. */
    private static double cosine(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
