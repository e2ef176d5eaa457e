package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.SandboxClient.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsEndpointsIntegrationTests {

    private static final String PROPERTIES = "/crm/properties/2026-09/contacts";
    private static final String GRADE = "{\"name\":\"grade\",\"label\":\"Grade\",\"type\":\"enumeration\","
            + "\"fieldType\":\"select\",\"groupName\":\"scores\",\"options\":[{\"label\":\"A\",\"value\":\"a\"}]}";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(new FixedClock()));
    private final SandboxClient client = new SandboxClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void createsAGroupAndAPropertyOnce() throws Exception {
        String group = "{\"name\":\"scores\",\"label\":\"Scores\"}";

        assertThat(client.post(PROPERTIES, GRADE).status()).isEqualTo(400);
        assertThat(client.post(PROPERTIES + "/groups", group).status()).isEqualTo(201);
        assertThat(client.post(PROPERTIES + "/groups", group).status()).isEqualTo(409);
        assertThat(client.post(PROPERTIES, GRADE).status()).isEqualTo(201);
        Answer again = client.post(PROPERTIES, GRADE);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("category").asString()).isEqualTo("OBJECT_ALREADY_EXISTS");
        assertThat(again.body().path("subCategory").asString()).isEqualTo("Properties.PROPERTY_WITH_NAME_EXISTS");
        assertThat(again.body().path("message").asString()).isEqualTo("A property named 'grade' already exists.");
        assertThat(client.post(PROPERTIES + "/batch/create", "{\"inputs\":[" + GRADE + "]}")
                        .status())
                .isEqualTo(207);
    }

    @Test
    void bringsAnArchivedPropertyBack() throws Exception {
        client.post(PROPERTIES + "/groups", "{\"name\":\"scores\",\"label\":\"Scores\"}");
        client.post(PROPERTIES, GRADE);

        assertThat(client.send("DELETE", PROPERTIES + "/grade", "").status()).isEqualTo(204);
        assertThat(client.get(PROPERTIES + "/grade").status()).isEqualTo(404);
        assertThat(client.get(PROPERTIES + "?archived=true")
                        .body()
                        .path("results")
                        .size())
                .isEqualTo(1);
        assertThat(client.post(PROPERTIES, GRADE).status()).isEqualTo(201);
        assertThat(client.get(PROPERTIES + "/grade").status()).isEqualTo(200);
    }

    @Test
    void replacesOptionsAsAWhole() throws Exception {
        client.post(PROPERTIES + "/groups", "{\"name\":\"scores\",\"label\":\"Scores\"}");
        client.post(PROPERTIES, GRADE);

        Answer answer =
                client.send("PATCH", PROPERTIES + "/grade", "{\"options\":[{\"label\":\"B\",\"value\":\"b\"}]}");

        assertThat(answer.body().path("options").size()).isEqualTo(1);
        assertThat(answer.body().path("options").get(0).path("value").asString())
                .isEqualTo("b");
        assertThat(answer.body().path("label").asString()).isEqualTo("Grade");
    }

    @Test
    void describesTheAccountItsPipelinesAndItsOwners() throws Exception {
        assertThat(client.get("/account-info/2026-09/details")
                        .body()
                        .path("portalId")
                        .asLong())
                .isEqualTo(48_151_623);
        var stages = client.get("/crm/pipelines/2026-09/deals")
                .body()
                .path("results")
                .get(0)
                .path("stages");
        assertThat(stages.get(5).path("id").asString()).isEqualTo("closedwon");
        assertThat(stages.get(5).path("metadata").path("isClosed").asString()).isEqualTo("true");
        assertThat(stages.get(5).path("metadata").path("probability").asString())
                .isEqualTo("1.0");
        assertThat(client.get("/crm/owners/2026-09?limit=100")
                        .body()
                        .path("results")
                        .size())
                .isEqualTo(5);
        assertThat(client.get("/account-info/2026-09/api-usage/daily/private-apps")
                        .body()
                        .path("results")
                        .get(0)
                        .path("currentUsage")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void keepsListsAndTheirMembers() throws Exception {
        long contact = sandbox.crm().create(RecordType.CONTACTS, Map.of());
        Answer created = client.post(
                "/crm/lists/2026-09",
                "{\"name\":\"Hot leads\",\"objectTypeId\":\"0-1\",\"processingType\":\"MANUAL\"}");
        String list = "/crm/lists/2026-09/"
                + created.body().path("list").path("listId").asString();

        Answer added = client.send("PUT", list + "/memberships/add", "[\"" + contact + "\",\"999\"]");
        Answer found = client.get("/crm/lists/2026-09/object-type-id/0-1/name/Hot%20leads");

        assertThat(added.body().path("recordsIdsAdded").size()).isEqualTo(1);
        assertThat(added.body().path("recordIdsMissing").get(0).asString()).isEqualTo("999");
        assertThat(found.body().path("list").path("size").asInt()).isEqualTo(1);
        assertThat(client.get(list + "/memberships")
                        .body()
                        .path("results")
                        .get(0)
                        .path("recordId")
                        .asLong())
                .isEqualTo(contact);
    }

    @Test
    void enrolsAKnownContactInAWorkflow() throws Exception {
        sandbox.crm().create(RecordType.CONTACTS, Map.of("email", "a+b@c.example"));
        String path = "/automation/v2/workflows/77/enrollments/contacts/";

        assertThat(client.post(path + "a%2Bb%40c.example", "").status()).isEqualTo(204);
        assertThat(client.post(path + "nobody%40c.example", "").status()).isEqualTo(404);
        assertThat(sandbox.workflows().enrolments()).containsExactly(new Workflows.Enrolment(77, "a+b@c.example"));
    }
}
