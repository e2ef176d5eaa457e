package io.leadscore.hubspot;

import static io.leadscore.hubspot.StubHubSpot.Fault.RESET;
import static io.leadscore.hubspot.StubHubSpot.Fault.SILENCE;
import static io.leadscore.hubspot.StubHubSpot.Fault.TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.leadscore.hubspot.StubHubSpot.Reply;
import io.leadscore.lead.ObjectType;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class CallsIntegrationTests {

    private static final Reply EMPTY = Reply.ok("{\"total\":0,\"results\":[]}");
    private static final Reply ACCOUNT = Reply.ok("{\"portalId\":6748263,\"timeZone\":\"US/Eastern\"}");

    private static final String TEN_SECONDLY = """
            {"status":"error","message":"You have reached your ten_secondly_rolling limit.","errorType":"RATE_LIMIT",\
            "correlationId":"c93e","policyName":"TEN_SECONDLY_ROLLING","groupName":"publicapi:ten-secondly:6748263"}""";
    private static final String SECONDLY = """
            {"status":"error","message":"You have reached your secondly limit.","errorType":"RATE_LIMIT",\
            "correlationId":"6828","policyName":"SECONDLY","requestId":"ce6a"}""";
    private static final String DAILY = """
            {"status":"error","message":"You have reached your daily limit.","errorType":"RATE_LIMIT",\
            "correlationId":"c033","policyName":"DAILY","requestId":"3d3e"}""";

    private final StubAccount account = new StubAccount();
    private final HubSpot hubSpot = account.hubSpot;

    CallsIntegrationTests() throws IOException {}

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void readsTheAccountWithTheToken() {
        account.stub.reply(ACCOUNT.with("X-HubSpot-RateLimit-Daily", "625000")
                .with("X-HubSpot-RateLimit-Daily-Remaining", "624999")
                .with("X-HubSpot-RateLimit-Max", "190"));

        assertThat(hubSpot.account()).isEqualTo(new AccountDetails(6748263, "US/Eastern"));

        assertThat(account.stub.asked().get(0).path()).isEqualTo("/account-info/2026-09/details");
        assertThat(account.stub.asked().get(0).authorization()).isEqualTo("Bearer " + StubAccount.TOKEN);
        assertThat(hubSpot.usage().calls()).containsEntry("account", 1L);
        assertThat(hubSpot.usage().burstLimit()).isEqualTo(190);
        assertThat(hubSpot.usage().dailyRemaining()).isEqualTo(624_999);
    }

    @Test
    void letsNoAttemptLeaveThatTheGateHoldsBack() {
        AtomicInteger asked = new AtomicInteger();
        account.stub.reply(Reply.of(503, "{}"));
        try (HubSpot gated = account.open((AttemptGate) () -> {
            if (asked.incrementAndGet() == 2) {
                throw new CancellationException("closed");
            }
        })) {
            assertThatThrownBy(gated::account).isInstanceOf(CancellationException.class);
        }

        assertThat(account.calls()).isEqualTo(1);
    }

    @Test
    void waitsOutTheWholeWindowWhenTheTenSecondLimitIsReached() {
        account.stub.reply(Reply.of(429, TEN_SECONDLY), Reply.of(429, TEN_SECONDLY), ACCOUNT);

        hubSpot.account();

        assertThat(account.time.passed()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31)); // 10 s, then 20 s
        assertThat(hubSpot.usage().rateLimited()).isEqualTo(2);
        assertThat(hubSpot.usage().retries()).isEqualTo(2);
    }

    @Test
    void waitsASecondWhenTheSearchLimitIsReached() {
        account.stub.reply(Reply.of(429, SECONDLY), EMPTY);

        hubSpot.search(ObjectType.NOTES, null, 0);

        assertThat(account.time.passed()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_100));
    }

    @Test
    void waitsAsLongAsHubSpotAsks() {
        account.stub.reply(Reply.of(429, TEN_SECONDLY).with("Retry-After", "3"), ACCOUNT);

        hubSpot.account();

        assertThat(account.time.passed()).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_100));
    }

    @Test
    void outlastsAStormOfRefusedSearches() {
        account.stub.always(request ->
                account.time.passed().compareTo(Duration.ofMillis(2_900)) < 0 ? Reply.of(429, SECONDLY) : EMPTY);

        assertThat(hubSpot.search(ObjectType.NOTES, null, 0).last()).isTrue();
    }

    @Test
    void stopsAtOnceAtTheDailyLimit() {
        account.stub.reply(Reply.of(429, DAILY));

        assertThatThrownBy(hubSpot::account)
                .isInstanceOf(HubSpotException.DailyLimitReached.class)
                .hasMessageContaining("correlation id c033");
        assertThat(account.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 423, 425, 477, 500, 502, 503, 504, 521, 524})
    void triesThreeTimesWhenHubSpotFails(int status) {
        account.stub.reply(Reply.of(status, "<html>"), Reply.of(status, "{}"), ACCOUNT);

        hubSpot.account();

        assertThat(account.calls()).isEqualTo(3);
        assertThat(account.time.passed()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(11));
    }

    @Test
    void givesUpAfterThreeAttempts() {
        account.stub.always(request -> Reply.of(503, "{\"category\":\"SERVICE_UNAVAILABLE\"}"));

        assertThatThrownBy(hubSpot::account)
                .isInstanceOf(HubSpotException.Unavailable.class)
                .hasMessageContaining("503")
                .hasMessageContaining("SERVICE_UNAVAILABLE");
        assertThat(account.calls()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 409, 414})
    void triesNothingAgainThatCannotHelp(int status) {
        account.stub.reply(
                Reply.of(status, "{\"category\":\"VALIDATION_ERROR\"}").with("Location", "/elsewhere"));

        assertThatThrownBy(hubSpot::account).isInstanceOf(HubSpotException.class);
        assertThat(account.calls()).isEqualTo(1);
    }

    @Test
    void saysThatTheTokenIsNotAccepted() {
        account.stub.reply(Reply.of(401, """
                {"status":"error","message":"The OAuth token used to make this call expired 0 second(s) ago.",\
                "correlationId":"019c","category":"EXPIRED_AUTHENTICATION","context":{"expire time":["2026-03-10"]}}"""));

        assertThatThrownBy(hubSpot::account)
                .isInstanceOf(HubSpotException.Unauthorized.class)
                .hasMessage("HubSpot does not accept the token (status 401, EXPIRED_AUTHENTICATION, correlation id"
                        + " 019c).")
                .extracting(error -> ((HubSpotException) error).advice())
                .asString()
                .contains("HUBSPOT_ACCESS_TOKEN");
    }

    @Test
    void namesTheScopesThatAreMissing() {
        account.stub.reply(Reply.of(403, """
                {"status":"error","message":"This app hasn't been granted all required scopes to make this call.",\
                "correlationId":"dc49","errors":[{"message":"One or more of the following scopes are required.",\
                "context":{"requiredGranularScopes":["crm.objects.deals.read"]}}],"category":"MISSING_SCOPES"}"""));

        assertThatThrownBy(hubSpot::account)
                .isInstanceOfSatisfying(HubSpotException.MissingScopes.class, error -> assertThat(error.scopes())
                        .containsExactly("crm.objects.deals.read"))
                .hasMessageContaining("crm.objects.deals.read");
    }

    @Test
    void triesAgainWhenTheConnectionBreaksOrTheAnswerIsUnreadable() {
        account.stub.reply(Reply.fault(RESET), Reply.fault(TRUNCATED), EMPTY);
        assertThat(hubSpot.search(ObjectType.NOTES, null, 0).last()).isTrue();

        account.stub.reply(Reply.ok("\u0000garbage"), Reply.ok("{\"results\":[{\"id\":\"1\"}"), EMPTY);
        assertThat(hubSpot.search(ObjectType.NOTES, null, 0).last()).isTrue();

        account.stub.reply(Reply.ok("{\"hello\":1}"), Reply.ok(""), EMPTY);
        assertThat(hubSpot.search(ObjectType.NOTES, null, 0).last()).isTrue();
    }

    @Test
    void saysThatTheAnswerCannotBeRead() {
        account.stub.always(request -> Reply.ok("<html>Welcome, Anna Müller</html>"));

        assertThatThrownBy(hubSpot::account)
                .isInstanceOf(HubSpotException.Unavailable.class)
                .hasMessageContaining("answered what cannot be read")
                .hasNoCause();
    }

    @Test
    void readsNoAnswerThatIsTooLarge() {
        String blanks = " ".repeat((int) BoundedAnswers.MOST_BYTES + 1);
        account.stub.always(request -> Reply.ok(blanks));

        assertThatThrownBy(hubSpot::account)
                .isInstanceOf(HubSpotException.Unavailable.class)
                .hasMessageContaining("answered with more than 64 MiB");
    }

    @Test
    void readsNoAnswerThatIsNestedTooDeeply() {
        account.stub.always(request -> Reply.ok("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"));

        assertThatThrownBy(hubSpot::account)
                .isInstanceOf(HubSpotException.Unavailable.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void goesOnAfterAnAnswerThatIsTooLarge() {
        account.stub.reply(
                Reply.ok(" ".repeat((int) BoundedAnswers.MOST_BYTES + 1)), Reply.ok("[".repeat(10_000)), ACCOUNT);

        assertThat(hubSpot.account().portalId()).isEqualTo(6_748_263);
    }

    @Test
    void saysThatNoAnswerCame() {
        account.stub.reply(Reply.fault(SILENCE), Reply.fault(SILENCE), Reply.fault(SILENCE));
        HubSpotSettings hurried =
                StubAccount.settings(account.stub.url(), ApiVersions.all("2026-09"), Map.of(), Duration.ofMillis(100));

        try (HubSpot impatient = account.open(hurried)) {
            assertThatThrownBy(impatient::account)
                    .isInstanceOf(HubSpotException.Unavailable.class)
                    .hasMessageContaining("did not answer in time");
        }
    }

    @Test
    void namesTheHostThatCannotBeReached() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        HubSpotSettings nobody = StubAccount.settings(
                URI.create("http://127.0.0.1:" + port), ApiVersions.all("2026-09"), Map.of(), Duration.ofSeconds(1));

        try (HubSpot unreachable = account.open(nobody)) {
            assertThatThrownBy(unreachable::account)
                    .isInstanceOf(HubSpotException.Unavailable.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasNoCause();
        }
    }

    @Test
    void stopsWhenInterrupted() {
        account.stub.always(request -> Reply.of(503, "{}"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(hubSpot::account).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 404, 429, 500})
    void letsNoTextOfAnAnswerOut(int status) {
        String body = """
                {"status":"error","message":"Anna Müller <anna@example.com> is not valid","category":"VALIDATION_ERROR",\
                "subCategory":"anna@example.com","correlationId":"anna@example.com","policyName":"Anna Müller",\
                "errors":[{"code":"anna@example.com","message":"Anna Müller",\
                "context":{"propertyName":["Anna Müller"],"requiredGranularScopes":["Anna Müller"]}}]}""";
        account.stub.always(request -> Reply.of(status, body));
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("io.leadscore.hubspot");
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);

        String outcome = outcomeOf(() -> hubSpot.updateContacts(
                List.of(new ContactUpdate(7, Map.of("a", "Anna Müller")), new ContactUpdate(8, Map.of()))));

        assertThat(outcome).isNotEmpty().doesNotContainIgnoringCase("anna");
        logger.detachAppender(log);
        logger.setLevel(null);
        assertThat(log.list).isNotEmpty();
        assertThat(log.list.toString())
                .contains("POST /crm/objects/{version}/contacts/batch/update")
                .doesNotContainIgnoringCase("anna")
                .doesNotContain(StubAccount.TOKEN);
    }

    private static String outcomeOf(Supplier<BatchResult> call) {
        try {
            return call.get().toString();
        } catch (HubSpotException exception) {
            return exception + exception.advice() + exception.getCause();
        }
    }
}
