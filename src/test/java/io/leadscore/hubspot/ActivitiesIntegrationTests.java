package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.leadscore.hubspot.StubHubSpot.Asked;
import io.leadscore.hubspot.StubHubSpot.Fault;
import io.leadscore.hubspot.StubHubSpot.Reply;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Creation of tasks and notes, by what HubSpot may answer. */
class ActivitiesIntegrationTests {

    private static final Instant AT = Instant.parse("2026-11-24T09:00:00Z");
    private static final String DAILY = "{\"errorType\":\"RATE_LIMIT\",\"policyName\":\"DAILY\"}";
    private static final String SECONDLY = "{\"errorType\":\"RATE_LIMIT\",\"policyName\":\"TEN_SECONDLY_ROLLING\"}";

    private final StubAccount account =
            new StubAccount(ApiVersions.all("2026-09").withWrites("2026-03"), Map.of());
    private final Activities activities = account.hubSpot.activities();

    ActivitiesIntegrationTests() throws IOException {}

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void createsHundredAtATimeOfEachKind() {
        account.stub.always(request -> created(markers(request)));
        List<NewActivity> all = new ArrayList<>(notes(0, 150));
        all.addAll(tasks(150, 250));

        Map<String, Outcome> outcomes = activities.create(all);

        assertThat(outcomes).hasSize(250).containsEntry(marker(7), new Outcome.Done(1007L));
        assertThat(account.stub.asked())
                .extracting(Asked::path)
                .containsExactly(
                        "/crm/objects/2026-03/notes/batch/create",
                        "/crm/objects/2026-03/notes/batch/create",
                        "/crm/objects/2026-03/tasks/batch/create");
        assertThat(account.stub.asked().get(2).body())
                .contains("\"objectWriteTraceId\":\"" + marker(150) + "\"")
                .contains("\"associations\":[{\"to\":{\"id\":\"150\"},\"types\":[{\"associationCategory\":"
                        + "\"HUBSPOT_DEFINED\",\"associationTypeId\":204}]}]");
        assertThat(account.stub.asked().get(0).body()).contains("\"associationTypeId\":202");
    }

    @Test
    void asksNothingForNothing() {
        assertThat(activities.create(List.of())).isEmpty();
        assertThat(account.calls()).isZero();
    }

    @Test
    void refusesAMarkerThatComesTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> activities.create(List.of(note(1), note(1))));
        assertThat(account.calls()).isZero();
    }

    @Test
    void takesEachRowsOutcomeFromAMixedAnswer() {
        account.stub.reply(Reply.of(207, """
                {"status":"COMPLETE","results":[{"id":"1003","objectWriteTraceId":"%s"}],"numErrors":1,"errors":[\
                {"status":"error","category":"VALIDATION_ERROR","message":"anna@example.com",\
                "errors":[{"code":"INVALID_OPTION"}],"context":{"objectWriteTraceId":["%s"]}}]}""".formatted(marker(3), marker(2))));

        Map<String, Outcome> outcomes = activities.create(notes(1, 4));

        assertThat(outcomes)
                .containsEntry(marker(3), new Outcome.Done(1003L))
                .containsEntry(marker(1), new Outcome.Unanswered()); // HubSpot said nothing of it
        assertThat(outcomes.get(marker(2))).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("INVALID_OPTION");
            assertThat(refused.category()).isEqualTo("VALIDATION_ERROR");
        });
        assertThat(account.calls()).isEqualTo(1);
    }

    @Test
    void knowsItsRowsByTheirBodiesWhereTheTraceIdIsNotReturned() {
        account.stub.reply(Reply.of(201, """
                {"status":"COMPLETE","results":[\
                {"id":"1002","properties":{"hs_note_body":"<p>Leadscore&nbsp;%s</p>"}},\
                {"id":"1001","properties":{"hs_note_body":"<p>x<br>Leadscore %s</p>"}}]}""".formatted(marker(2), marker(1))));

        assertThat(activities.create(notes(1, 3)))
                .isEqualTo(Map.of(marker(1), new Outcome.Done(1001L), marker(2), new Outcome.Done(1002L)));
    }

    @Test
    void isolatesABadRowByHalves() {
        account.stub.always(request -> markers(request).contains(marker(42))
                ? Reply.of(400, "{\"category\":\"VALIDATION_ERROR\",\"message\":\"anna@example.com\"}")
                : created(markers(request)));

        Map<String, Outcome> outcomes = activities.create(notes(0, 100));

        assertThat(outcomes.get(marker(42))).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes.values()).filteredOn(Outcome.Done.class::isInstance).hasSize(99);
        assertThat(account.calls()).isLessThanOrEqualTo(15);
        assertThat(createdMarkers()).doesNotHaveDuplicates();
    }

    @Test
    void takesOutTheRowThatHubSpotNames() {
        account.stub.always(request -> markers(request).contains(marker(42))
                ? Reply.of(
                        400,
                        "{\"category\":\"VALIDATION_ERROR\",\"context\":{\"objectWriteTraceId\":[\"" + marker(42)
                                + "\"]}}")
                : created(markers(request)));

        assertThat(activities.create(notes(0, 100)).get(marker(42))).isInstanceOf(Outcome.Refused.class);
        assertThat(account.calls()).isEqualTo(2);
    }

    @Test
    void isolatesNothingWhereAPropertyDoesNotExist() {
        account.stub.always(request ->
                Reply.of(400, "{\"category\":\"VALIDATION_ERROR\",\"errors\":[{\"code\":\"PROPERTY_DOESNT_EXIST\"}]}"));

        assertThat(activities.create(notes(0, 250)).values())
                .hasSize(250)
                .allSatisfy(outcome -> assertThat(reason(outcome)).isInstanceOf(HubSpotException.Rejected.class));
        assertThat(account.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "TRUNCATED"})
    void repeatsNothingWhoseAnswerIsLost(Fault fault) {
        account.stub.reply(Reply.fault(fault)).always(request -> created(markers(request)));

        Map<String, Outcome> outcomes = activities.create(notes(0, 200));

        assertThat(outcomes.values())
                .filteredOn(new Outcome.Unanswered()::equals)
                .hasSize(100);
        assertThat(outcomes.get(marker(0))).isEqualTo(new Outcome.Unanswered());
        assertThat(outcomes.get(marker(199))).isEqualTo(new Outcome.Done(1199L));
        assertThat(account.calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>Welcome</html>", "{\"results\":[{\"id\":", "{\"hello\":1}", "", "{\"results\":[{}]}"})
    void repeatsNothingWhoseAnswerCannotBeRead(String body) {
        account.stub.always(request -> Reply.of(201, body));

        assertThat(activities.create(notes(0, 1))).containsValue(new Outcome.Unanswered());
        assertThat(account.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 504, 524})
    void repeatsNothingThatHubSpotGaveUpInTheMiddle(int status) {
        account.stub.always(request -> Reply.of(status, "{}"));

        assertThat(activities.create(notes(0, 1))).containsValue(new Outcome.Unanswered());
        assertThat(account.calls()).isEqualTo(1);
    }

    @Test
    void repeatsNothingThatWasNotAnsweredInTime() {
        account.stub.reply(Reply.fault(Fault.SILENCE));
        HubSpotSettings hurried =
                StubAccount.settings(account.stub.url(), ApiVersions.all("2026-09"), Map.of(), Duration.ofMillis(100));

        try (HubSpot impatient = account.open(hurried)) {
            assertThat(impatient.activities().create(notes(0, 1))).containsValue(new Outcome.Unanswered());
        }
        assertThat(account.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {423, 429, 477, 503})
    void repeatsWhatHubSpotDidNotTakeUp(int status) {
        account.stub
                .reply(Reply.of(status, SECONDLY), Reply.of(status, SECONDLY))
                .always(request -> created(markers(request)));

        assertThat(activities.create(notes(0, 1))).containsValue(new Outcome.Done(1000L));
        assertThat(account.calls()).isEqualTo(3);
    }

    @Test
    void saysWhatWasNotSentWhenHubSpotIsDown() throws IOException {
        account.stub.reply(created(List.of(marker(0)))).always(request -> Reply.of(503, "{}"));
        List<NewActivity> rows = new ArrayList<>(notes(0, 1));
        rows.addAll(tasks(1, 102));

        Map<String, Outcome> outcomes = activities.create(rows);

        assertThat(outcomes.remove(marker(0))).isEqualTo(new Outcome.Done(1000L));
        assertThat(outcomes.values()).hasSize(101).allSatisfy(outcome -> assertThat(reason(outcome))
                .isInstanceOf(HubSpotException.Unavailable.class));
        assertThat(account.calls()).isEqualTo(4);

        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        HubSpotSettings nobody = StubAccount.settings(
                URI.create("http://127.0.0.1:" + port), ApiVersions.all("2026-09"), Map.of(), Duration.ofSeconds(1));
        try (HubSpot unreachable = account.open(nobody)) {
            assertThat(unreachable.activities().create(notes(0, 1)).values())
                    .allSatisfy(outcome -> assertThat(reason(outcome)).hasMessageContaining("127.0.0.1:" + port));
        }
    }

    @Test
    void keepsAMissingScopeToItsKind() {
        account.stub.always(request -> request.path().contains("/tasks/")
                ? Reply.of(403, "{\"category\":\"MISSING_SCOPES\"}")
                : created(markers(request)));
        List<NewActivity> rows = new ArrayList<>(tasks(0, 150));
        rows.addAll(notes(150, 160));

        Map<String, Outcome> outcomes = activities.create(rows);

        assertThat(reason(outcomes.get(marker(149)))).isInstanceOf(HubSpotException.MissingScopes.class);
        assertThat(outcomes.get(marker(155))).isInstanceOf(Outcome.Done.class);
        assertThat(account.calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429})
    void stopsAtOnceAtWhatEveryCallShares(int status) {
        account.stub.always(request -> Reply.of(status, DAILY));

        assertThat(activities.create(notes(0, 250)).values())
                .hasSize(250)
                .allSatisfy(outcome -> assertThat(reason(outcome)).isNotNull());
        assertThat(account.calls()).isEqualTo(1);
    }

    @Test
    void sendsNothingForAnInterruptedThread() {
        Thread.currentThread().interrupt();

        assertThat(activities.create(notes(0, 150)).values()).hasSize(150).containsOnly(new Outcome.Unsent(null));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(account.calls()).isZero();
    }

    @Test
    void findsByAssociationsWhereHubSpotDoesNotSearchBodies() {
        account.stub.always(request -> switch (request.path()) {
            case "/crm/objects/2026-09/notes/search" -> Reply.of(400, "{\"category\":\"VALIDATION_ERROR\"}");
            case "/crm/associations/2026-09/contacts/notes/batch/read" ->
                Reply.ok("{\"results\":[{\"from\":{\"id\":\"7\"},\"to\":[{\"toObjectId\":31},{\"toObjectId\":32}]}]}");
            default ->
                Reply.ok("{\"results\":[{\"id\":\"31\",\"properties\":{\"hs_note_body\":null}},{\"id\":\"32\","
                        + "\"properties\":{\"hs_note_body\":\"Leadscore " + marker(7) + "\"}}]}");
        });

        assertThat(activities.find(ActivityKind.NOTE, Map.of(7L, Set.of(marker(7), marker(8))), AT))
                .isEqualTo(Map.of(marker(7), 32L));
        assertThat(account.calls()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 207, 400, 401, 403, 404, 429, 500})
    void letsNoTextOut(int status) {
        account.stub.always(request -> Reply.of(status, """
                {"status":"error","message":"Anna Müller <anna@example.com>","category":"VALIDATION_ERROR",\
                "subCategory":"anna@example.com","correlationId":"anna@example.com","policyName":"Anna Müller",\
                "results":[],"errors":[{"code":"anna@example.com","message":"Anna Müller",\
                "context":{"objectWriteTraceId":["Anna Müller"],"requiredGranularScopes":["Anna Müller"]}}]}"""));
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("io.leadscore.hubspot");
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);

        Map<String, Outcome> outcomes =
                activities.create(List.of(new NewNote(marker(1), 7, null, AT, List.of("Anna Müller")), note(2)));

        logger.detachAppender(log);
        logger.setLevel(null);
        assertThat(outcomes.toString()).doesNotContainIgnoringCase("anna");
        assertThat(log.list.toString())
                .contains("POST /crm/objects/{version}/{type}/batch/create")
                .doesNotContainIgnoringCase("anna")
                .doesNotContain(StubAccount.TOKEN);
    }

    private static HubSpotException reason(@Nullable Outcome outcome) {
        return Objects.requireNonNull(((Outcome.Unsent) Objects.requireNonNull(outcome)).reason());
    }

    private Stream<String> createdMarkers() {
        return account.stub.asked().stream()
                .map(ActivitiesIntegrationTests::markers)
                .filter(markers -> !markers.contains(marker(42)))
                .flatMap(Collection::stream);
    }

    private static List<NewActivity> notes(int first, int end) {
        return IntStream.range(first, end)
                .mapToObj(ActivitiesIntegrationTests::note)
                .toList();
    }

    private static NewActivity note(int number) {
        return new NewNote(marker(number), Math.max(1, number), null, AT, List.of("Score 61 to 82"));
    }

    private static List<NewActivity> tasks(int first, int end) {
        return IntStream.range(first, end)
                .mapToObj(number -> (NewActivity) new NewTask(
                        marker(number),
                        Math.max(1, number),
                        41L,
                        AT,
                        "Call",
                        List.of(),
                        NewTask.Priority.HIGH,
                        NewTask.Type.CALL))
                .toList();
    }

    private static String marker(int number) {
        return "ls-%016x".formatted(number);
    }

    private static List<String> markers(Asked request) {
        List<String> markers = new ArrayList<>();
        for (JsonNode input : JsonMapper.shared().readTree(request.body()).get("inputs")) {
            markers.add(input.get("objectWriteTraceId").asString());
        }
        return markers;
    }

    /** Ids are 1,000 and the marker's number. */
    private static Reply created(List<String> markers) {
        return Reply.of(
                201,
                markers.stream()
                        .map(marker -> "{\"id\":\"" + (1000 + Integer.parseInt(marker.substring(3), 16))
                                + "\",\"objectWriteTraceId\":\"" + marker + "\"}")
                        .collect(Collectors.joining(",", "{\"status\":\"COMPLETE\",\"results\":[", "]}")));
    }
}
