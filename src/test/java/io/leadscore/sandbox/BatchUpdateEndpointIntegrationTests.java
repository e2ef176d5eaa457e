package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.SandboxClient.Answer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchUpdateEndpointIntegrationTests {

    private static final String UPDATE = "/crm/objects/2026-09/contacts/batch/update";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(InstantSource.system()));
    private final SandboxClient client = new SandboxClient(sandbox);
    private final Crm crm = sandbox.crm();
    private long ann;
    private long bob;

    @BeforeEach
    void createContacts() {
        ann = crm.create(RecordType.CONTACTS, Map.of("firstname", "Ann"));
        bob = crm.create(RecordType.CONTACTS, Map.of("firstname", "Bob"));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void writesValuesAndMovesTheModifiedDate() throws Exception {
        crm.setModified(RecordType.CONTACTS, ann, java.time.Instant.EPOCH);

        Answer answer = client.post(UPDATE, "{\"inputs\":[" + input(ann, "", "hs_lead_status", "OPEN") + "]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asString()).isEqualTo("COMPLETE");
        assertThat(answer.resultIds()).containsExactly(ann);
        CrmObject contact = crm.get(RecordType.CONTACTS, ann);
        assertThat(contact.property("hs_lead_status")).isEqualTo("OPEN");
        assertThat(contact.modifiedAt()).isAfter(java.time.Instant.EPOCH);
        assertThat(answer.body().path("results").get(0).path("updatedAt").asString())
                .isEqualTo(contact.modifiedAt().toString());
    }

    @Test
    void refusesTheWholeBatchForOneInvalidInputWithoutTraceId() throws Exception {
        Answer answer = client.post(
                UPDATE, "{\"inputs\":[" + input(ann, "", "city", "Bonn") + "," + input(bob, "", "nosuch", "1") + "]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("category").asString()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.body().path("errors").get(0).path("code").asString()).isEqualTo("PROPERTY_DOESNT_EXIST");
        assertThat(answer.body().path("message").asString())
                .startsWith("Property values were not valid: [{\"isValid\":false,");
        assertThat(crm.get(RecordType.CONTACTS, ann).property("city")).isNull();
    }

    @Test
    void reportsAnInvalidInputAloneWhenItHasATraceId() throws Exception {
        Answer answer = client.post(
                UPDATE,
                "{\"inputs\":[" + input(ann, "a", "city", "Bonn") + "," + input(bob, "b", "lifecyclestage", "x")
                        + "]}");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.resultIds()).containsExactly(ann);
        assertThat(answer.body().path("numErrors").asInt()).isEqualTo(1);
        var error = answer.body().path("errors").get(0);
        assertThat(error.path("category").asString()).isEqualTo("VALIDATION_ERROR");
        assertThat(error.path("context").path("objectWriteTraceId").get(0).asString())
                .isEqualTo("b");
        assertThat(error.path("context").path("ids").get(0).asLong()).isEqualTo(bob);
        assertThat(error.path("errors").get(0).path("code").asString()).isEqualTo("INVALID_OPTION");
    }

    @Test
    void dropsAMergedIdSilentlyAndReportsAMissingOne() throws Exception {
        long merged = crm.create(RecordType.CONTACTS, Map.of());
        crm.merge(RecordType.CONTACTS, ann, merged);

        Answer answer = client.post(
                UPDATE,
                "{\"inputs\":[" + input(merged, "m", "city", "Bonn") + "," + input(99, "x", "city", "Bonn") + ","
                        + input(bob, "b", "city", "Bonn") + "]}");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.resultIds()).containsExactly(bob);
        assertThat(answer.body().path("errors").size()).isEqualTo(1);
        var error = answer.body().path("errors").get(0);
        assertThat(error.path("category").asString()).isEqualTo("OBJECT_NOT_FOUND");
        assertThat(error.path("context").path("ids").get(0).asString()).isEqualTo("99");
        assertThat(crm.get(RecordType.CONTACTS, ann).property("city")).isNull();
    }

    @Test
    void refusesDuplicatesAndMoreThanAHundred() throws Exception {
        String twice = input(ann, "a", "city", "Bonn") + "," + input(ann, "b", "city", "Rome");
        String tooMany = SandboxClient.inputs(LongStream.rangeClosed(1, 101));

        assertThat(client.post(UPDATE, "{\"inputs\":[" + twice + "]}").status()).isEqualTo(400);
        assertThat(client.post(UPDATE, "{\"inputs\":[" + tooMany + "]}").status())
                .isEqualTo(400);
    }

    @Test
    void answersABodyWithoutInputsWithSuccessAndDoesNothing() throws Exception {
        Answer answer = client.post(UPDATE, "[" + input(ann, "a", "city", "Bonn") + "]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("results").size()).isZero();
    }

    @Test
    void enforcesConditionalRulesFromThe2026September() throws Exception {
        crm.requireWhere(RecordType.CONTACTS, "hs_lead_status", "UNQUALIFIED", "closed_lost_reason__c");
        crm.update(RecordType.CONTACTS, bob, Map.of("hs_lead_status", "UNQUALIFIED"));
        String body = "{\"inputs\":[" + input(bob, "b", "city", "Bonn") + "]}";

        Answer newer = client.post(UPDATE, body);
        Answer older = client.post(UPDATE.replace("2026-09", "2026-03"), body);

        assertThat(newer.status()).isEqualTo(207);
        assertThat(newer.body()
                        .path("errors")
                        .get(0)
                        .path("errors")
                        .get(0)
                        .path("code")
                        .asString())
                .isEqualTo("MISSING_CONDITIONAL_REQUIRED_PROPERTY");
        assertThat(older.status()).isEqualTo(200);
    }

    @Test
    void followsAMergedIdInASingleUpdate() throws Exception {
        long merged = crm.create(RecordType.CONTACTS, Map.of());
        crm.merge(RecordType.CONTACTS, ann, merged);

        Answer answer =
                client.send("PATCH", "/crm/objects/2026-09/contacts/" + merged, "{\"properties\":{\"city\":\"Bonn\"}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("id").asLong()).isEqualTo(ann);
        assertThat(List.of(crm.get(RecordType.CONTACTS, ann).properties().get("hs_merged_object_ids")))
                .containsExactly(String.valueOf(merged));
    }

    private static String input(long id, String traceId, String property, String value) {
        String trace = traceId.isEmpty() ? "" : ",\"objectWriteTraceId\":\"" + traceId + "\"";
        return "{\"id\":\"" + id + "\"" + trace + ",\"properties\":{\"" + property + "\":\"" + value + "\"}}";
    }
}
