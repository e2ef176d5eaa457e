package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.SandboxClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObjectEndpointsIntegrationTests {

    private static final String CONTACTS = "/crm/objects/2026-09/contacts";

    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.empty(new FixedClock()).withIndexLag(Duration.ofHours(1)));
    private final SandboxClient client = new SandboxClient(sandbox);
    private final Crm crm = sandbox.crm();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void listsEveryRecordAsItIsNow() throws Exception {
        for (int i = 0; i < 250; i++) {
            crm.create(RecordType.CONTACTS, Map.of("city", "Bonn"));
        }
        List<Long> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            Answer page = client.get(CONTACTS + "?limit=100&properties=city,zip" + after);
            seen.addAll(page.resultIds());
            String next = page.body().path("paging").path("next").path("after").asString("");
            after = next.isEmpty() ? null : "&after=" + next;
        }

        assertThat(seen).isEqualTo(crm.ids(RecordType.CONTACTS)).hasSize(250);
        assertThat(client.get(CONTACTS + "?limit=101").status()).isEqualTo(400);
    }

    @Test
    void listsDeletedRecordsApartAndAssociationsInline() throws Exception {
        long contact = crm.create(RecordType.CONTACTS, Map.of());
        long gone = crm.create(RecordType.CONTACTS, Map.of());
        long company = crm.create(RecordType.COMPANIES, Map.of());
        crm.associatePrimary(RecordType.CONTACTS, contact, RecordType.COMPANIES, company);
        client.send("DELETE", CONTACTS + "/" + gone, "");

        Answer living = client.get(CONTACTS + "?associations=companies");
        Answer archived = client.get(CONTACTS + "?archived=true");

        assertThat(living.resultIds()).containsExactly(contact);
        var results = living.body()
                .path("results")
                .get(0)
                .path("associations")
                .path("companies")
                .path("results");
        assertThat(results.get(0).path("type").asString()).isEqualTo("contact_to_company");
        assertThat(results.get(1).path("type").asString()).isEqualTo("contact_to_company_unlabeled");
        assertThat(archived.resultIds()).containsExactly(gone);
        assertThat(archived.body().path("results").get(0).has("archivedAt")).isTrue();
    }

    @Test
    void readsABatchAndReportsMissingIds() throws Exception {
        long contact = crm.create(RecordType.CONTACTS, Map.of("email", "a@b.example"));

        Answer answer = client.post(
                CONTACTS + "/batch/read",
                "{\"properties\":[\"email\"],\"inputs\":[{\"id\":\"" + contact + "\"},{\"id\":\"999\"}]}");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.resultIds()).containsExactly(contact);
        var error = answer.body().path("errors").get(0);
        assertThat(error.path("category").asString()).isEqualTo("OBJECT_NOT_FOUND");
        assertThat(error.path("context").path("ids").get(0).asString()).isEqualTo("999");
        assertThat(error.path("message").asString()).startsWith("Could not get some CONTACT objects");
    }

    @Test
    void readsAHundredInABatchAndFiftyWithHistory() throws Exception {
        String path = CONTACTS + "/batch/read";
        String fiftyOne = SandboxClient.inputs(LongStream.rangeClosed(1, 51));

        assertThat(client.post(path, "{\"inputs\":[" + fiftyOne + "]}").status())
                .isEqualTo(207);
        assertThat(client.post(path, "{\"propertiesWithHistory\":[\"lifecyclestage\"],\"inputs\":[" + fiftyOne + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(path, "{\"inputs\":[" + SandboxClient.inputs(LongStream.rangeClosed(1, 101)) + "]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void createsABatch() throws Exception {
        Answer created = client.post(
                CONTACTS + "/batch/create",
                "{\"inputs\":[{\"objectWriteTraceId\":\"a\",\"properties\":{\"email\":\"x@y.example\"}},"
                        + "{\"objectWriteTraceId\":\"b\",\"properties\":{\"nosuch\":\"1\"}}]}");
        Answer again = client.post(CONTACTS, "{\"properties\":{\"email\":\"X@Y.example\"}}");

        assertThat(created.status()).isEqualTo(207);
        assertThat(created.resultIds()).isEqualTo(crm.ids(RecordType.CONTACTS));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("message").asString())
                .isEqualTo("Contact already exists. Existing ID: "
                        + created.resultIds().get(0));
    }

    @Test
    void erasesAContactForPrivacy() throws Exception {
        long contact = crm.create(RecordType.CONTACTS, Map.of("email", "a@b.example"));

        Answer answer =
                client.post(CONTACTS + "/gdpr-delete", "{\"objectId\":\"a@b.example\",\"idProperty\":\"email\"}");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(client.get(CONTACTS + "/" + contact).status()).isEqualTo(404);
        assertThat(client.get(CONTACTS + "?archived=true").resultIds()).isEmpty();
    }

    @Test
    void computesWhetherADealIsClosed() throws Exception {
        long deal = crm.create(RecordType.DEALS, Map.of("dealstage", "contractsent"));
        crm.closeDeal(deal, true);

        var properties = client.get("/crm/objects/2026-09/deals/" + deal
                        + "?properties=hs_is_closed,hs_is_closed_won,hs_is_closed_lost,hs_deal_stage_probability")
                .body()
                .path("properties");

        assertThat(properties.path("hs_is_closed").asString()).isEqualTo("true");
        assertThat(properties.path("hs_is_closed_won").asString()).isEqualTo("true");
        assertThat(properties.path("hs_is_closed_lost").asString()).isEqualTo("false");
        assertThat(properties.path("hs_deal_stage_probability").asString()).isEqualTo("1.0");
    }
}
