package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.SandboxClient.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What scores set off in the account: owners, tasks and notes, lists, workflows. */
class ActionEndpointsIntegrationTests {

    private static final String NOTES = "/crm/objects/2026-09/notes/batch/create";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(new FixedClock()));
    private final SandboxClient client = new SandboxClient(sandbox);
    private final long contact = sandbox.crm().create(RecordType.CONTACTS, Map.of("email", "a@b.example"));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void pagesOwnersAndShowsArchivedOnesApart() throws Exception {
        Answer first = client.get("/crm/owners/2026-09?limit=3");
        String after = first.body().path("paging").path("next").path("after").asString();
        Answer second = client.get("/crm/owners/2026-09?limit=3&after=" + after);
        long archived = sandbox.owners().active().get(0);
        sandbox.owners().archive(archived);

        assertThat(first.resultIds()).hasSize(3);
        assertThat(second.resultIds()).hasSize(2);
        assertThat(second.body().has("paging")).isFalse();
        assertThat(second.body().path("results").get(1).path("type").asString()).isEqualTo("QUEUE");
        assertThat(client.get("/crm/owners/2026-09?archived=true").resultIds())
                .hasSize(2)
                .contains(archived);
        assertThat(client.get("/crm/owners/2026-09").resultIds()).hasSize(4).doesNotContain(archived);
        sandbox.owners().restore(archived);
        assertThat(sandbox.owners().active()).hasSize(4).contains(archived);
    }

    @Test
    void takesOwnersIdsAndNotTheirUsersIds() throws Exception {
        String path = "/crm/objects/2026-09/contacts/batch/update";
        String update = "{\"inputs\":[{\"id\":\"" + contact + "\",\"properties\":{\"hubspot_owner_id\":\"%s\"}}]}";

        assertThat(client.post(path, update.formatted("9586504")).status()).isEqualTo(400);
        assertThat(client.post(path, update.formatted("41629779")).status()).isEqualTo(200);
        assertThat(client.post(path, update.formatted("")).status()).isEqualTo(200);
    }

    @Test
    void createsActivitiesWithTheirAssociationsAndTraceIds() throws Exception {
        Answer answer = client.post(NOTES, "{\"inputs\":[" + note("t1", contact) + "," + note("t2", 999) + "]}");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.body()
                        .path("results")
                        .get(0)
                        .path("objectWriteTraceId")
                        .asString())
                .isEqualTo("t1");
        assertThat(answer.body()
                        .path("errors")
                        .get(0)
                        .path("context")
                        .path("objectWriteTraceId")
                        .get(0)
                        .asString())
                .isEqualTo("t2");
        assertThat(sandbox.crm().associated(RecordType.CONTACTS, contact, RecordType.NOTES))
                .isEqualTo(answer.resultIds())
                .isEqualTo(sandbox.crm().ids(RecordType.NOTES));
    }

    @Test
    void refusesTheFirstOnDemand() throws Exception {
        sandbox.faults().add(FaultKind.PARTIAL, "POST " + NOTES, 2);

        Answer traced = client.post(NOTES, "{\"inputs\":[" + note("t1", contact) + "," + note("t2", contact) + "]}");
        Answer untraced = client.post(NOTES, "{\"inputs\":[{\"properties\":{\"hs_timestamp\":\"1\"}}]}");

        assertThat(traced.status()).isEqualTo(207);
        assertThat(untraced.status()).isEqualTo(400);
        assertThat(sandbox.crm().count(RecordType.NOTES)).isEqualTo(1);
    }

    @Test
    void forbidsOneKindOnDemand() throws Exception {
        sandbox.faults().add(FaultRule.parse("403:POST /crm/objects/*/notes/*:100"));

        Answer refused = client.post(NOTES, "{\"inputs\":[" + note("t1", contact) + "]}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("category").asString()).isEqualTo("MISSING_SCOPES");
        assertThat(client.post("/crm/objects/2026-09/tasks/batch/create", "{\"inputs\":[]}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void deletesListsAndLetsNobodyChangeADynamicOne() throws Exception {
        long dynamic = sandbox.lists().createDynamic("All");
        client.post("/crm/lists/2026-09", "{\"name\":\"Hot\",\"objectTypeId\":\"0-1\",\"processingType\":\"MANUAL\"}");
        String hot = "/crm/lists/2026-09/" + sandbox.lists().id("Hot");
        String members = "[\"" + contact + "\"]";

        assertThat(client.send("PUT", "/crm/lists/2026-09/" + dynamic + "/memberships/add", members)
                        .status())
                .isEqualTo(400);
        assertThat(client.send("PUT", hot + "/memberships/add", members).status())
                .isEqualTo(200);
        assertThat(sandbox.lists().members("Hot")).containsExactly(contact);
        assertThat(client.send("PUT", hot + "/memberships/remove", members)
                        .body()
                        .path("recordIdsRemoved")
                        .size())
                .isEqualTo(1);
        assertThat(client.send("DELETE", hot, "").status()).isEqualTo(204);
        assertThat(client.send("PUT", hot + "/memberships/add", members).status())
                .isEqualTo(404);
        assertThat(sandbox.lists().id("Hot")).isNull();
    }

    @Test
    void changesMembersOnlyWithBothScopes() throws Exception {
        try (Sandbox strict =
                Sandbox.start(SandboxOptions.empty(new FixedClock()).withoutScope("crm.lists.read"))) {
            SandboxClient stranger = new SandboxClient(strict);
            Answer created = stranger.post("/crm/lists/2026-09", "{\"name\":\"Hot\"}");

            assertThat(created.status()).isEqualTo(200);
            assertThat(stranger.send("PUT", "/crm/lists/2026-09/1/memberships/add", "[]")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void showsFlowsAndCountsEnrolments() throws Exception {
        String flow = "/automation/v4/flows/1000077";
        String enrolment = "/automation/v2/workflows/77/enrollments/contacts/a%40b.example";

        assertThat(client.get(flow).body().path("isEnabled").asBoolean()).isTrue();
        assertThat(client.post(enrolment, "").status()).isEqualTo(204);
        assertThat(client.post(enrolment, "").status()).isEqualTo(204);
        assertThat(sandbox.workflows().count(77, "a@b.example")).isEqualTo(2);
        sandbox.workflows().setEnabled(1_000_077, false);
        assertThat(client.get(flow).body().path("isEnabled").asBoolean()).isFalse();
        assertThat(client.post(enrolment, "").status()).isEqualTo(400);
        sandbox.workflows().remove(1_000_077);
        assertThat(client.get(flow).status()).isEqualTo(404);
        assertThat(client.post(enrolment, "").status()).isEqualTo(404);
        assertThat(sandbox.workflows().count(77, "a@b.example")).isEqualTo(2);
    }

    private static String note(String traceId, long contactId) {
        return "{\"objectWriteTraceId\":\"" + traceId + "\",\"properties\":{\"hs_timestamp\":\"2026-11-24T09:00:00Z\","
                + "\"hs_note_body\":\"x\"},\"associations\":[{\"to\":{\"id\":\"" + contactId + "\"},\"types\":["
                + "{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":202}]}]}";
    }
}
