package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.SandboxClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssociationEndpointsIntegrationTests {

    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.empty(new FixedClock()).withAssociationPage(100));
    private final SandboxClient client = new SandboxClient(sandbox);
    private final Crm crm = sandbox.crm();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void pagesThroughTheAssociationsOfOneRecord() throws Exception {
        long contact = crm.create(RecordType.CONTACTS, Map.of());
        for (int i = 0; i < 250; i++) {
            crm.associate(RecordType.NOTES, crm.create(RecordType.NOTES, Map.of()), RecordType.CONTACTS, contact);
        }
        List<Long> seen = new ArrayList<>();
        String after = "";
        int pages = 0;
        while (after != null) {
            Answer answer = read("contacts/notes", "{\"id\":\"" + contact + "\"" + after + "}");
            var result = answer.body().path("results").get(0);
            result.path("to").forEach(to -> seen.add(to.path("toObjectId").asLong()));
            assertThat(result.path("to").get(0).path("toObjectId").isNumber()).isTrue();
            var next = result.path("paging").path("next").path("after");
            after = next.isMissingNode() ? null : ",\"after\":\"" + next.asString() + "\"";
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).isEqualTo(crm.ids(RecordType.NOTES));
    }

    @Test
    void showsThePrimaryCompanyFromBothEnds() throws Exception {
        long contact = crm.create(RecordType.CONTACTS, Map.of());
        long first = crm.create(RecordType.COMPANIES, Map.of());
        long second = crm.create(RecordType.COMPANIES, Map.of());
        crm.associatePrimary(RecordType.CONTACTS, contact, RecordType.COMPANIES, second);
        crm.associate(RecordType.CONTACTS, contact, RecordType.COMPANIES, first);

        assertThat(typeIds(read("contacts/companies", "{\"id\":\"" + contact + "\"}")))
                .containsExactly(List.of(279), List.of(1, 279));
        assertThat(typeIds(read("companies/contacts", "{\"id\":\"" + second + "\"}")))
                .containsExactly(List.of(2, 280));
        assertThat(typeIds(read("companies/contacts", "{\"id\":\"" + first + "\"}")))
                .containsExactly(List.of(280));
        assertThat(client.get("/crm/objects/2026-09/contacts/" + contact + "?properties=associatedcompanyid")
                        .body()
                        .path("properties")
                        .path("associatedcompanyid")
                        .asLong())
                .isEqualTo(second);
    }

    @Test
    void answers207ForARecordWithNone() throws Exception {
        long contact = crm.create(RecordType.CONTACTS, Map.of());

        Answer answer = read("contacts/deals", "{\"id\":\"" + contact + "\"}");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.body().path("results").size()).isZero();
        var error = answer.body().path("errors").get(0);
        assertThat(error.path("subCategory").asString()).isEqualTo("crm.associations.NO_ASSOCIATIONS_FOUND");
        assertThat(error.path("context").path("fromObjectId").get(0).asLong()).isEqualTo(contact);
    }

    @Test
    void takesAThousandInputsAndNoMore() throws Exception {
        String path = "contacts/deals";

        assertThat(read(path, SandboxClient.inputs(LongStream.rangeClosed(1, 1_000)))
                        .status())
                .isEqualTo(207);
        assertThat(read(path, SandboxClient.inputs(LongStream.rangeClosed(1, 1_001)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void dropsTheAssociationsOfADeletedRecordAndMovesThoseOfAMergedOne() throws Exception {
        long kept = crm.create(RecordType.CONTACTS, Map.of());
        long merged = crm.create(RecordType.CONTACTS, Map.of());
        long deal = crm.create(RecordType.DEALS, Map.of());
        long deleted = crm.create(RecordType.DEALS, Map.of());
        crm.associate(RecordType.DEALS, deal, RecordType.CONTACTS, merged);
        crm.associate(RecordType.DEALS, deleted, RecordType.CONTACTS, merged);

        crm.delete(RecordType.DEALS, deleted);
        Answer merge = client.post(
                "/crm/objects/2026-09/contacts/merge",
                "{\"primaryObjectId\":\"" + kept + "\",\"objectIdToMerge\":\"" + merged + "\"}");

        assertThat(merge.status()).isEqualTo(200);
        assertThat(crm.associated(RecordType.CONTACTS, kept, RecordType.DEALS)).containsExactly(deal);
        assertThat(crm.associated(RecordType.DEALS, deal, RecordType.CONTACTS)).containsExactly(kept);
        assertThat(client.get("/crm/objects/2026-09/contacts/" + merged)
                        .body()
                        .path("id")
                        .asLong())
                .isEqualTo(kept);
    }

    @Test
    void associatesByDefaultAndCountsANewNoteOnItsContact() throws Exception {
        long contact = crm.create(RecordType.CONTACTS, Map.of());
        long company = crm.create(RecordType.COMPANIES, Map.of());

        Answer put = client.send(
                "PUT", "/crm/objects/2026-09/contacts/" + contact + "/associations/default/companies/" + company, "");
        Answer note = client.post(
                "/crm/objects/2026-09/notes",
                "{\"properties\":{\"hs_timestamp\":\"2026-11-23T11:00:00Z\",\"hs_note_body\":\"x\"},\"associations\":"
                        + "[{\"to\":{\"id\":\"" + contact + "\"},\"types\":[{\"associationCategory\":"
                        + "\"HUBSPOT_DEFINED\",\"associationTypeId\":202}]}]}");

        assertThat(put.status()).isEqualTo(200);
        assertThat(typeIds(read("contacts/companies", "{\"id\":\"" + contact + "\"}")))
                .containsExactly(List.of(1, 279));
        assertThat(note.status()).isEqualTo(201);
        assertThat(crm.associated(RecordType.CONTACTS, contact, RecordType.NOTES))
                .containsExactly(note.body().path("id").asLong());
        assertThat(crm.get(RecordType.CONTACTS, contact).property("num_notes")).isEqualTo("1");
    }

    private Answer read(String types, String inputs) throws Exception {
        return client.post("/crm/associations/2026-09/" + types + "/batch/read", "{\"inputs\":[" + inputs + "]}");
    }

    private static List<List<Integer>> typeIds(Answer answer) {
        List<List<Integer>> all = new ArrayList<>();
        answer.body().path("results").get(0).path("to").forEach(to -> {
            List<Integer> ids = new ArrayList<>();
            to.path("associationTypes")
                    .forEach(type -> ids.add(type.path("typeId").asInt()));
            all.add(ids);
        });
        return all;
    }
}
