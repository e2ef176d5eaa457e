package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.hubspot.StubHubSpot.Asked;
import io.leadscore.hubspot.StubHubSpot.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContactWriterIntegrationTests {

    private static final String UPDATED_AT = "2026-11-23T12:00:01.123Z";

    private final StubAccount account =
            new StubAccount(ApiVersions.all("2026-09").withWrites("2026-03"), Map.of());
    private final HubSpot hubSpot = account.hubSpot;

    ContactWriterIntegrationTests() throws IOException {}

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void sendsHundredAtATimeWithTraceIdsToTheVersionOfWrites() {
        account.stub.always(request -> written(ids(request)));

        BatchResult result = hubSpot.updateContacts(updates(1, 250));

        assertThat(account.calls()).isEqualTo(3);
        assertThat(result.updated()).hasSize(250).containsEntry(1L, Instant.parse(UPDATED_AT));
        assertThat(account.stub.asked().get(2).path()).isEqualTo("/crm/objects/2026-03/contacts/batch/update");
        assertThat(account.stub.asked().get(0).body())
                .startsWith("{\"inputs\":[{\"id\":\"1\",\"objectWriteTraceId\":\"leadscore-1\","
                        + "\"properties\":{\"ai_lead_score\":\"71\"}},");
    }

    @Test
    void writesNothingForNobody() {
        assertThat(hubSpot.updateContacts(List.of()).updated()).isEmpty();
        assertThat(account.calls()).isZero();
    }

    @Test
    void takesEachRowsOutcomeFromAMixedAnswer() {
        account.stub.reply(Reply.of(207, """
                {"status":"COMPLETE","results":[{"id":"3","updatedAt":"%s"}],"numErrors":2,"errors":[\
                {"status":"error","category":"OBJECT_NOT_FOUND","context":{"ids":["1"],"objectWriteTraceId":["leadscore-1"]}},\
                {"status":"error","category":"VALIDATION_ERROR","message":"Property values were not valid: \
                [{\\"isValid\\":false,\\"message\\":\\"x@y.z\\",\\"error\\":\\"INVALID_OPTION\\",\\"name\\":\\"ai_lead_fit\\"}]",\
                "context":{"objectWriteTraceId":["leadscore-2"]}}]}""".formatted(UPDATED_AT)));

        BatchResult result = hubSpot.updateContacts(updates(1, 3));

        assertThat(result.updated()).containsOnlyKeys(3L);
        assertThat(result.gone()).containsExactly(1L);
        assertThat(result.rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.id()).isEqualTo(2))
                .satisfies(row -> assertThat(row.code()).isEqualTo("INVALID_OPTION"))
                .satisfies(row -> assertThat(row.properties()).containsExactly("ai_lead_fit"));
        assertThat(account.calls()).isEqualTo(1);
    }

    @Test
    void isolatesABadRowByHalving() {
        account.stub.always(request -> ids(request).contains(42L) ? Reply.of(400, """
                        {"status":"error","category":"VALIDATION_ERROR","message":"anna@example.com is wrong",\
                        "errors":[{"code":"INVALID_INTEGER","context":{"propertyName":["ai_lead_score"]}}]}""") : written(ids(request)));

        BatchResult result = hubSpot.updateContacts(updates(1, 100));

        assertThat(result.updated()).hasSize(99).doesNotContainKey(42L);
        assertThat(result.rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.id()).isEqualTo(42))
                .satisfies(row -> assertThat(row.code()).isEqualTo("INVALID_INTEGER"));
        assertThat(account.calls()).isLessThanOrEqualTo(15); // the batch and 2 * log2(100)
    }

    @Test
    void takesOutTheRowThatHubSpotNames() {
        account.stub.always(request -> ids(request).contains(42L) ? Reply.of(400, """
                        {"category":"VALIDATION_ERROR","errors":[{"code":"INVALID_INTEGER",\
                        "context":{"objectWriteTraceId":["leadscore-42"]}}]}""") : written(ids(request)));

        BatchResult result = hubSpot.updateContacts(updates(1, 100));

        assertThat(result.updated()).hasSize(99);
        assertThat(result.rejected()).extracting(RejectedUpdate::id).containsExactly(42L);
        assertThat(account.calls()).isEqualTo(2);
    }

    @Test
    void refusesAllWhenAPropertyDoesNotExist() {
        account.stub.always(request -> Reply.of(400, """
                {"status":"error","category":"VALIDATION_ERROR","message":"Property values were not valid: \
                [{\\"isValid\\":false,\\"error\\":\\"PROPERTY_DOESNT_EXIST\\",\\"name\\":\\"ai_lead_fit\\"}]"}"""));

        assertThatThrownBy(() -> hubSpot.updateContacts(updates(1, 100)))
                .isInstanceOfSatisfying(HubSpotException.Rejected.class, error -> assertThat(error.advice())
                        .contains("scripts/leadscore setup"))
                .hasMessageContaining("ai_lead_fit");
        assertThat(account.calls()).isEqualTo(1);
    }

    @Test
    void recordsEveryRowOfABatchThatIsRefusedAsAWholeAgainAndAgain() {
        account.stub.always(request -> Reply.of(400, "{\"category\":\"VALIDATION_ERROR\"}"));

        assertThat(hubSpot.updateContacts(updates(1, 16)).rejected()).hasSize(16);
    }

    @Test
    void recordsEveryRowWhenHubSpotRefusesEachOfThem() {
        account.stub.always(request -> Reply.of(
                207,
                ids(request).stream()
                        .map(id -> "{\"category\":\"VALIDATION_ERROR\",\"errors\":[{\"code\":"
                                + "\"MISSING_CONDITIONAL_REQUIRED_PROPERTY\"}],\"context\":{\"objectWriteTraceId\":"
                                + "[\"leadscore-" + id + "\"]}}")
                        .collect(Collectors.joining(",", "{\"results\":[],\"errors\":[", "]}"))));

        assertThat(hubSpot.updateContacts(updates(1, 100)).rejected()).hasSize(100);
        assertThat(account.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void saysThatThePathIsUnknown(int status) {
        account.stub.always(request -> Reply.of(status, "<html>"));

        assertThatThrownBy(() -> hubSpot.updateContacts(updates(1, 100)))
                .isInstanceOf(HubSpotException.Rejected.class)
                .extracting(error -> ((HubSpotException) error).advice())
                .asString()
                .contains("HUBSPOT_API_VERSION");
        assertThat(account.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void harmsNobodyElseWhenHubSpotRefusesABatchForContactsThatAreGone(int status) {
        account.stub.always(request -> ids(request).contains(3L)
                ? Reply.of(status, "{\"category\":\"OBJECT_NOT_FOUND\"}")
                : written(ids(request)));

        BatchResult result = hubSpot.updateContacts(updates(1, 5));

        assertThat(result.gone()).containsExactly(3L);
        assertThat(result.updated()).containsOnlyKeys(1L, 2L, 4L, 5L);
    }

    @Test
    void takesASilentRowThatAnswersGoneForGone() {
        account.stub.always(request -> request.method().equals("GET") ? Reply.of(410, "") : written(List.of()));

        assertThat(hubSpot.updateContacts(updates(1, 1)).gone()).containsExactly(1L);
    }

    @Test
    void advisesTheOtherVersionForConditionalRequiredProperties() {
        account.stub.reply(Reply.of(400, """
                {"category":"VALIDATION_ERROR","errors":[{"code":"MISSING_CONDITIONAL_REQUIRED_PROPERTY",\
                "context":{"propertyName":["budget"]}}]}"""));

        BatchResult result = hubSpot.updateContacts(updates(1, 1));

        assertThat(result.rejected().get(0).advice()).contains("HUBSPOT_API_VERSION_WRITES=2026-03");
        assertThat(result.rejected().get(0).properties()).containsExactly("budget");
    }

    @Test
    void findsOutWhatBecameOfRowsThatHubSpotDropsSilently() {
        account.stub.always(request -> switch (request.path()) {
            case "/crm/objects/2026-09/contacts/2" -> Reply.ok("{\"id\":\"900\"}");
            case "/crm/objects/2026-09/contacts/3" -> Reply.of(404, "{\"category\":\"OBJECT_NOT_FOUND\"}");
            case "/crm/objects/2026-09/contacts/4" -> Reply.ok("{\"id\":\"4\"}");
            default ->
                written(
                        ids(request).equals(List.of(4L))
                                ? List.of(4L)
                                : ids(request).stream()
                                        .filter(id -> id < 2 || id > 4)
                                        .toList());
        });

        BatchResult result = hubSpot.updateContacts(updates(1, 5));

        assertThat(result.updated()).containsOnlyKeys(1L, 4L, 5L);
        assertThat(result.merged()).isEqualTo(Map.of(2L, 900L));
        assertThat(result.gone()).isEqualTo(Set.of(3L));
        assertThat(result.rejected()).isEmpty();
    }

    @Test
    void rejectsARowThatStaysSilent() {
        account.stub.always(
                request -> request.method().equals("GET") ? Reply.ok("{\"id\":\"1\"}") : written(List.of()));

        BatchResult result = hubSpot.updateContacts(updates(1, 1));

        assertThat(result.rejected()).extracting(RejectedUpdate::id).containsExactly(1L);
    }

    @Test
    void writesAgainAfterTheConnectionBrokeBehindTheWrite() {
        account.stub.reply(Reply.fault(StubHubSpot.Fault.RESET)).always(request -> written(ids(request)));

        assertThat(hubSpot.updateContacts(updates(1, 2)).updated()).hasSize(2);
        assertThat(account.stub.asked())
                .extracting(Asked::body)
                .containsOnly(account.stub.asked().get(0).body());
    }

    private static List<ContactUpdate> updates(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> new ContactUpdate(id, Map.of("ai_lead_score", "71")))
                .toList();
    }

    private static List<Long> ids(Asked request) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode input : JsonMapper.shared().readTree(request.body()).get("inputs")) {
            ids.add(Long.valueOf(input.get("id").asString()));
        }
        return ids;
    }

    private static Reply written(List<Long> ids) {
        return Reply.ok(ids.stream()
                .map(id -> "{\"id\":\"" + id + "\",\"properties\":{},\"updatedAt\":\"" + UPDATED_AT + "\"}")
                .collect(Collectors.joining(",", "{\"status\":\"COMPLETE\",\"results\":[", "]}")));
    }
}
