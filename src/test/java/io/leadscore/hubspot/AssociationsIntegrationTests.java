package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.hubspot.StubHubSpot.Asked;
import io.leadscore.hubspot.StubHubSpot.Reply;
import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AssociationsIntegrationTests {

    private final StubAccount account = new StubAccount();
    private final HubSpot hubSpot = account.hubSpot;

    AssociationsIntegrationTests() throws IOException {}

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void tellsThePrimaryCompany() {
        account.stub.reply(Reply.ok("""
                {"status":"COMPLETE","results":[{"from":{"id":"33451"},"to":[\
                {"toObjectId":5790939450,"associationTypes":[\
                {"category":"HUBSPOT_DEFINED","typeId":1,"label":"Primary"},\
                {"category":"HUBSPOT_DEFINED","typeId":279,"label":null}]},\
                {"toObjectId":"12","associationTypes":[{"category":"HUBSPOT_DEFINED","typeId":279,"label":null},\
                {"category":"USER_DEFINED","typeId":1,"label":"Landlord"}]}]}]}"""), Reply.ok("{\"results\":[]}"));

        Map<Long, List<Link>> links =
                hubSpot.associations(ObjectType.CONTACTS, ObjectType.COMPANIES, List.of(33_451L, 7L));

        assertThat(links)
                .containsOnlyKeys(33_451L, 7L)
                .containsEntry(33_451L, List.of(new Link(12, false), new Link(5_790_939_450L, true)))
                .containsEntry(7L, List.of());
        assertThat(account.stub.asked().get(0).path())
                .isEqualTo("/crm/associations/2026-09/contacts/companies/batch/read");
        assertThat(account.stub.asked().get(0).body()).isEqualTo("{\"inputs\":[{\"id\":\"33451\"},{\"id\":\"7\"}]}");
    }

    @Test
    void followsEveryRecordToItsLastPageInTheRoomOfLaterGroups() {
        // Each record has 250 links, 100 a page.
        account.stub.always(request -> pages(request, 250));

        Map<Long, List<Link>> links = hubSpot.associations(
                ObjectType.CONTACTS,
                ObjectType.NOTES,
                LongStream.rangeClosed(1, 1_500).boxed().toList());

        assertThat(links).hasSize(1_500);
        assertThat(links.values()).allSatisfy(list -> assertThat(list).hasSize(250));
        // 1,500 ids of three pages each are 4,500 pages: 1,000 a call.
        assertThat(account.calls()).isEqualTo(5);
    }

    @Test
    void asksNothingForNobody() {
        assertThat(hubSpot.associations(ObjectType.CONTACTS, ObjectType.NOTES, List.of()))
                .isEmpty();
        assertThat(account.calls()).isZero();
    }

    @Test
    void takesNoneAndGoneAsNoLinks() {
        account.stub.reply(Reply.of(207, """
                {"status":"COMPLETE","results":[],"numErrors":2,"errors":[{"status":"error",\
                "category":"OBJECT_NOT_FOUND","subCategory":"crm.associations.NO_ASSOCIATIONS_FOUND",\
                "message":"No company is associated with contact 5.","context":{"fromObjectId":["5"]}},\
                {"status":"error","category":"OBJECT_NOT_FOUND","context":{"fromObjectId":["6"]}}]}"""));

        assertThat(hubSpot.associations(ObjectType.CONTACTS, ObjectType.COMPANIES, List.of(5L, 6L)))
                .isEqualTo(Map.of(5L, List.of(), 6L, List.of()));
    }

    @Test
    void doesNotTakeAFailureForNoLinks() {
        account.stub.always(
                request -> Reply.of(
                        207,
                        "{\"status\":\"COMPLETE\",\"results\":[],\"numErrors\":1,\"errors\":[{\"category\":\"INTERNAL_ERROR\"}]}"));

        assertThatThrownBy(() -> hubSpot.associations(ObjectType.CONTACTS, ObjectType.COMPANIES, List.of(5L)))
                .isInstanceOf(HubSpotException.Unavailable.class)
                .hasMessageContaining("INTERNAL_ERROR");
    }

    @Test
    void asksOnceMoreForARecordOfWhichTheAnswerSaysNothing() {
        String link = "{\"results\":[{\"from\":{\"id\":\"5\"},\"to\":[{\"toObjectId\":9}]}]}";
        account.stub.reply(Reply.ok("{\"results\":[]}"), Reply.ok(link));

        assertThat(hubSpot.associations(ObjectType.CONTACTS, ObjectType.NOTES, List.of(5L)))
                .isEqualTo(Map.of(5L, List.of(new Link(9, false))));
        account.stub.always(request -> Reply.ok("{\"results\":[]}"));
        assertThat(hubSpot.associations(ObjectType.CONTACTS, ObjectType.NOTES, List.of(5L)))
                .isEqualTo(Map.of(5L, List.of()));
        assertThat(account.calls()).isEqualTo(4);
    }

    @Test
    void doesNotTurnInWiderCircles() {
        account.stub.always(request -> Reply.ok("{\"results\":[{\"from\":{\"id\":\"5\"},\"to\":[],"
                + "\"paging\":{\"next\":{\"after\":\"" + account.calls() % 3 + "\"}}}]}"));

        assertThatThrownBy(() -> hubSpot.associations(ObjectType.CONTACTS, ObjectType.NOTES, List.of(5L)))
                .isInstanceOf(HubSpotException.Unavailable.class);
        assertThat(account.calls()).isEqualTo(4);
    }

    @Test
    void doesNotTurnInCircles() {
        account.stub.always(request -> Reply.ok(
                "{\"results\":[{\"from\":{\"id\":\"5\"},\"to\":[],\"paging\":{\"next\":{\"after\":\"x\"}}}]}"));

        assertThatThrownBy(() -> hubSpot.associations(ObjectType.CONTACTS, ObjectType.NOTES, List.of(5L)))
                .isInstanceOf(HubSpotException.Unavailable.class);
        assertThat(account.calls()).isEqualTo(2);
    }

    private static Reply pages(Asked request, int linksEach) {
        List<String> results = new ArrayList<>();
        JsonNode inputs = JsonMapper.shared().readTree(request.body()).get("inputs");
        for (JsonNode input : inputs) {
            int from = input.has("after") ? Integer.parseInt(input.get("after").asString()) : 0;
            int to = Math.min(linksEach, from + 100);
            String links = IntStream.range(from, to)
                    .mapToObj(link -> "{\"toObjectId\":" + (link + 1) + ",\"associationTypes\":[]}")
                    .collect(Collectors.joining(","));
            String paging = to < linksEach ? ",\"paging\":{\"next\":{\"after\":\"" + to + "\"}}" : "";
            results.add(
                    "{\"from\":{\"id\":\"" + input.get("id").asString() + "\"},\"to\":[" + links + "]" + paging + "}");
        }
        return Reply.ok("{\"results\":[" + String.join(",", results) + "]}");
    }
}
