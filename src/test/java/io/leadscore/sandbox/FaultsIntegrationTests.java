package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadscore.sandbox.SandboxClient.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsIntegrationTests {

    private static final String UPDATE = "/crm/objects/2026-09/contacts/batch/update";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(new FixedClock()));
    private final SandboxClient client = new SandboxClient(sandbox);
    private final long contact = sandbox.crm().create(RecordType.CONTACTS, Map.of());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void endsTheConnectionBeforeAnythingIsDone() {
        sandbox.faults().add(FaultRule.parse("reset-before:POST /crm/objects/*/contacts/batch/update:1"));

        assertThatIOException().isThrownBy(() -> client.post(UPDATE, update("Bonn")));

        assertThat(city()).isNull();
    }

    @Test
    void endsTheConnectionAfterTheChangeIsDone() {
        sandbox.faults().add(FaultRule.parse("reset-after:POST /crm/objects/*/contacts/batch/update"));

        assertThatIOException().isThrownBy(() -> client.post(UPDATE, update("Bonn")));

        assertThat(city()).isEqualTo("Bonn");
        assertThat(sandbox.traffic().countOfStatus(0)).isEqualTo(1);
    }

    @Test
    void cutsTheBodyInTheMiddle() {
        sandbox.faults().add(FaultKind.TRUNCATED, "POST *", 1);

        assertThatIOException().isThrownBy(() -> client.post(UPDATE, update("Bonn")));

        assertThat(city()).isEqualTo("Bonn");
    }

    @Test
    void answersGarbage() throws Exception {
        sandbox.faults().add(FaultKind.GARBAGE, "POST *", 1);

        Answer answer = client.post(UPDATE, update("Bonn"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).startsWith("<html>");
    }

    @Test
    void answersEach429InItsOwnForm() throws Exception {
        sandbox.faults().add(FaultKind.TEN_SECONDLY, "* *", 1);
        Answer tenSecondly = client.post(UPDATE, update("Bonn"));
        sandbox.faults().clear();
        sandbox.faults().add(FaultKind.DAILY, "* /crm/*", 1);
        Answer daily = client.post(UPDATE, update("Bonn"));

        assertThat(tenSecondly.status()).isEqualTo(429);
        assertThat(tenSecondly.body().path("policyName").asString()).isEqualTo("TEN_SECONDLY_ROLLING");
        assertThat(tenSecondly.body().path("errorType").asString()).isEqualTo("RATE_LIMIT");
        assertThat(tenSecondly.body().path("message").asString())
                .isEqualTo("You have reached your ten_secondly_rolling limit.");
        assertThat(daily.body().path("policyName").asString()).isEqualTo("DAILY");
        assertThat(city()).isNull();
    }

    @Test
    void refusesTheFirstInputOfABatch() throws Exception {
        sandbox.faults().add(FaultKind.PARTIAL, "POST *", 1);

        Answer answer = client.post(UPDATE, update("Bonn"));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(city()).isNull();
    }

    @Test
    void skipsCallsAndStopsAfterItsCount() throws Exception {
        sandbox.faults().add(FaultRule.parse("503:POST /crm/*:2:1"));

        assertThat(client.post(UPDATE, update("a")).status()).isEqualTo(200);
        assertThat(client.post(UPDATE, update("b")).status()).isEqualTo(503);
        assertThat(client.post(UPDATE, update("c")).status()).isEqualTo(503);
        assertThat(client.post(UPDATE, update("d")).status()).isEqualTo(200);
    }

    @Test
    void runsAnActionRightBeforeACall() throws Exception {
        sandbox.faults().runBefore("POST /crm/objects/*/contacts/search", 1, () -> sandbox.crm()
                .create(RecordType.CONTACTS, Map.of()));

        assertThat(client.search("contacts", "{}").resultIds()).hasSize(1);
        assertThat(client.search("contacts", "{}").resultIds()).hasSize(2);
        assertThat(client.search("contacts", "{}").resultIds()).hasSize(2);
    }

    @Test
    void readsARuleOrSaysWhatIsWrongWithIt() {
        assertThat(FaultRule.parse("slow=2:GET /crm/*:3:4"))
                .isEqualTo(new FaultRule(FaultKind.SLOW, "GET /crm/*", 3, 4, Duration.ofSeconds(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultRule.parse("reset:POST /crm/*"))
                .withMessageStartingWith("The fault \"reset\" is none of 429-ten-secondly, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultRule.parse("500:crm"))
                .withMessageContaining("\"crm\" is not a method and a path");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultRule.parse("500:POST /crm/*:many"))
                .withMessageContaining("\"many\" where a number belongs");
    }

    private String update(String city) {
        return "{\"inputs\":[{\"id\":\"" + contact + "\",\"objectWriteTraceId\":\"t\",\"properties\":{\"city\":\""
                + city + "\"}}]}";
    }

    private @org.jspecify.annotations.Nullable String city() {
        return sandbox.crm().get(RecordType.CONTACTS, contact).property("city");
    }
}
