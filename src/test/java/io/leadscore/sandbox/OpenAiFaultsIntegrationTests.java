package io.leadscore.sandbox;

import static io.leadscore.sandbox.FitRequests.CHAT;
import static io.leadscore.sandbox.FitRequests.DAIRY;
import static io.leadscore.sandbox.FitRequests.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.sandbox.SandboxClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiFaultsIntegrationTests {

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(new FixedClock()));
    private final SandboxClient client = new SandboxClient(sandbox, sandbox.openAiKey());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void limitsTheRateInOpenAisForm() throws Exception {
        sandbox.openAi().askToRetryAfter(Duration.ofMillis(1_500));
        sandbox.faults().add(FaultRule.parse("429-ten-secondly:POST /openai/*:1"));

        Answer answer = client.post(CHAT, chat(DAIRY));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body().at("/error/code").asString()).isEqualTo("rate_limit_exceeded");
        assertThat(answer.response().headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.response().headers().firstValue("retry-after-ms")).contains("1500");
        assertThat(answer.response().headers().firstValue("X-HubSpot-RateLimit-Max"))
                .isEmpty();
        assertThat(client.post(CHAT, chat(DAIRY)).status()).isEqualTo(200);
    }

    @Test
    void endsTheQuotaByTheDailyLimit() throws Exception {
        sandbox.faults().add(FaultKind.DAILY, "POST /openai/v1/embeddings", 1);

        Answer answer = client.post("/openai/v1/embeddings", "{}");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body().at("/error/code").asString()).isEqualTo("insufficient_quota");
        assertThat(answer.response().headers().firstValue("Retry-After")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void failsInOpenAisForm(int status) throws Exception {
        sandbox.faults().add(FaultRule.parse(status + ":POST /openai/v1/*:1"));

        Answer answer = client.post(CHAT, chat(DAIRY));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().at("/error/type").asString()).isEqualTo("server_error");
    }

    @Test
    void breaksTheWire() throws Exception {
        sandbox.faults().add(FaultRule.parse("garbage:POST /openai/*"));
        assertThat(client.post(CHAT, chat(DAIRY)).response().body()).startsWith("<html>");

        sandbox.faults().add(FaultRule.parse("truncated:POST /openai/*"));
        assertThatIOException().isThrownBy(() -> client.post(CHAT, chat(DAIRY)));

        sandbox.faults().add(FaultRule.parse("reset-before:POST /openai/*"));
        assertThatIOException().isThrownBy(() -> client.post(CHAT, chat(DAIRY)));

        sandbox.faults().add(FaultRule.parse("slow=0:POST /openai/*"));
        assertThat(client.post(CHAT, chat(DAIRY)).status()).isEqualTo(200);
    }

    @Test
    void hangsUntilTheSandboxCloses() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        sandbox.faults().runBefore("POST /openai/*", 0, arrived::countDown);
        sandbox.openAi().behaveNext(AiBehaviour.HANG, 1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Answer> answer = thread.submit(() -> client.post(CHAT, chat(DAIRY)));
            arrived.await();

            sandbox.close();

            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IOException.class);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void hangsAsLongAsItIsTold() throws Exception {
        sandbox.openAi().hangFor(Duration.ofMillis(1));
        sandbox.openAi().behave(AiBehaviour.HANG);

        assertThat(client.post(CHAT, chat(DAIRY)).status()).isEqualTo(200);
    }
}
