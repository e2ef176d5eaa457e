package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.hubspot.StubHubSpot.Reply;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PullingIntegrationTests {

    private final StubAccount account =
            new StubAccount(ApiVersions.all("2026-09").withWrites("2026-03"), Map.of(ObjectType.NOTES, Set.of()));
    private final HubSpot hubSpot = account.hubSpot;

    PullingIntegrationTests() throws IOException {}

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void asksForWhatIsBehindAnIdInTheOrderOfIds() {
        account.stub.reply(Reply.ok("{\"total\":0,\"results\":[]}"));

        hubSpot.search(ObjectType.NOTES, Instant.ofEpochMilli(1_732_320_000_000L), 51_230);

        assertThat(account.stub.asked().get(0).path()).isEqualTo("/crm/objects/2026-09/notes/search");
        assertThat(account.stub.asked().get(0).body())
                .isEqualTo("{\"filterGroups\":[{\"filters\":["
                        + "{\"propertyName\":\"hs_lastmodifieddate\",\"operator\":\"GTE\",\"value\":\"1732320000000\"},"
                        + "{\"propertyName\":\"hs_object_id\",\"operator\":\"GT\",\"value\":\"51230\"}]}],"
                        + "\"sorts\":[{\"propertyName\":\"hs_object_id\",\"direction\":\"ASCENDING\"}],"
                        + "\"properties\":[\"hs_lastmodifieddate\",\"hs_timestamp\"],\"limit\":200}");
    }

    @Test
    void filtersContactsByTheirOwnModifiedProperty() {
        account.stub.reply(Reply.ok("{\"total\":0,\"results\":[]}"));

        hubSpot.search(ObjectType.CONTACTS, Instant.EPOCH, 0);

        assertThat(account.stub.asked().get(0).body())
                .contains("\"propertyName\":\"lastmodifieddate\"")
                .doesNotContain("hs_lastmodifieddate")
                .hasSizeLessThan(3_000);
    }

    @Test
    void asksForEverythingWithoutAModifiedTime() {
        account.stub.reply(Reply.ok("{\"total\":0,\"results\":[]}"));

        hubSpot.search(ObjectType.CONTACTS, null, 0);

        assertThat(account.stub.asked().get(0).body()).doesNotContain("GTE");
    }

    @Test
    void takesNoPageForTheLastOneThatDoesNotHoldWhatItAnnounces() {
        String one = "\"results\":[{\"id\":\"9\",\"properties\":{},\"createdAt\":\"2026-01-01T00:00:00Z\"}]";
        account.stub.reply(
                Reply.ok("{\"total\":7," + one + ",\"paging\":{\"next\":{\"after\":\"200\"}}}"),
                Reply.ok("{\"total\":1," + one + ",\"paging\":{\"next\":{\"after\":\"200\"}}}"),
                Reply.ok("{\"total\":7," + one + "}"),
                Reply.ok("{\"total\":1," + one + "}"));

        assertThat(hubSpot.search(ObjectType.NOTES, null, 0).last()).isFalse();
        assertThat(hubSpot.search(ObjectType.NOTES, null, 0).last()).isFalse();
        assertThat(hubSpot.search(ObjectType.NOTES, null, 0).last()).isFalse();
        assertThat(hubSpot.search(ObjectType.NOTES, null, 0).last()).isTrue();
    }

    @Test
    void refusesASearchThatAnnouncesNothing() {
        account.stub.always(request -> Reply.ok("{\"results\":[]}"));

        assertThatThrownBy(() -> hubSpot.search(ObjectType.NOTES, null, 0))
                .isInstanceOf(HubSpotException.Unavailable.class);
    }

    @Test
    void refusesAPageThatGoesBack() {
        account.stub.always(request -> Reply.ok("{\"total\":1,\"results\":[{\"id\":\"9\"}]}"));

        assertThatThrownBy(() -> hubSpot.search(ObjectType.NOTES, null, 9))
                .isInstanceOf(HubSpotException.Unavailable.class);
    }

    @Test
    void returnsTheScorePropertiesOfContacts() {
        account.stub.reply(Reply.ok("""
                {"total":1,"results":[{"id":"100451","properties":{"hs_object_id":"100451","ai_lead_score":"71",\
                "ai_lead_fit":null,"ai_score_reasons":"","firstname":"Anna","lifecyclestage":"lead",\
                "lastmodifieddate":"2026-09-11T13:27:39.356Z"},"createdAt":"2026-09-01T00:00:00Z",\
                "updatedAt":"2026-09-11T13:27:39.356Z","archived":false,"url":"https://app"}]}"""));

        PulledObject contact =
                hubSpot.search(ObjectType.CONTACTS, null, 0).objects().get(0);

        assertThat(contact.scoreProperties())
                .containsOnlyKeys("ai_lead_score", "ai_lead_fit", "ai_score_reasons")
                .containsEntry("ai_lead_score", "71")
                .containsEntry("ai_lead_fit", null)
                .containsEntry("ai_score_reasons", null);
        assertThat(contact.facts().modifiedAt()).isEqualTo(Instant.parse("2026-09-11T13:27:39.356Z"));
        assertThat(contact.facts().createdAt()).isEqualTo(Instant.parse("2026-09-01T00:00:00Z"));
        assertThat(contact.facts()).isInstanceOf(ContactFacts.class);
        assertThat(contact.toString()).doesNotContain("Anna");
    }

    @Test
    void listsAPageAfterTheOther() {
        account.stub.reply(
                Reply.ok(IntStream.rangeClosed(1, 100)
                        .mapToObj(id -> "{\"id\":\"" + id + "\"}")
                        .collect(Collectors.joining(
                                ",", "{\"results\":[", "],\"paging\":{\"next\":{\"after\":\"2%3D\"}}}"))),
                Reply.ok("{\"results\":[{\"id\":\"101\"}]}"));

        ListScan scan = hubSpot.list(ObjectType.COMPANIES, null, 0);
        PulledPage first = scan.next();
        PulledPage second = scan.next();

        assertThat(first.last()).isFalse();
        assertThat(second.last()).isTrue();
        assertThat(account.stub.asked().get(0).query())
                .isEqualTo("limit=100&properties=hs_lastmodifieddate%2Ccreatedate%2Cindustry%2Cnumberofemployees%2C"
                        + "annualrevenue%2Ccountry%2Clifecyclestage");
        assertThat(account.stub.asked().get(1).query()).endsWith("&after=2%253D");
    }

    @Test
    void readsDealStagesOnceForTheDealsThatStandInThem() {
        account.stub.always(request -> request.path().contains("/properties/")
                ? Reply.ok("{\"results\":[]}")
                : request.path().contains("pipelines") ? Reply.ok("""
                        {"results":[{"id":"default","stages":[\
                        {"id":"closedwon","metadata":{"probability":"1.0","isClosed":"true"}},\
                        {"id":"9","metadata":{"probability":"0.0","isClosed":"true"}},\
                        {"id":"qualifiedtobuy","metadata":{"probability":"0.4","isClosed":"false"}}]}]}""") : Reply.ok("""
                        {"total":5,"results":[\
                        {"id":"1","properties":{"dealstage":"closedwon","hs_is_closed":"false"}},\
                        {"id":"2","properties":{"dealstage":"9"}},\
                        {"id":"3","properties":{"dealstage":"qualifiedtobuy","amount":"1200.50"}},\
                        {"id":"4","properties":{"dealstage":"deleted","hs_is_closed_won":"true"}},\
                        {"id":"5","properties":{"dealstage":"deleted"}}]}"""));

        hubSpot.search(ObjectType.DEALS, null, 0);
        PulledPage page = hubSpot.search(ObjectType.DEALS, null, 0);

        assertThat(page.objects())
                .extracting(deal -> ((DealFacts) deal.facts()).outcome())
                .containsExactly(Outcome.WON, Outcome.LOST, Outcome.OPEN, Outcome.WON, Outcome.OPEN);
        assertThat(((DealFacts) page.objects().get(2).facts()).stageProbability())
                .isEqualTo(0.4);
        assertThat(hubSpot.usage().calls()).containsEntry("pipelines", 1L);
    }

    @Test
    void readsDealStagesAgainAfterTheMemoryForgotThem() {
        ForgetfulStages memory = new ForgetfulStages();
        account.stub.always(request -> request.path().contains("/properties/")
                ? Reply.ok("{\"results\":[]}")
                : request.path().contains("pipelines") ? Reply.ok("""
                        {"results":[{"id":"default","stages":[\
                        {"id":"closedwon","metadata":{"probability":"1.0","isClosed":"true"}}]}]}""") : Reply.ok("""
                        {"total":3,"results":[\
                        {"id":"1","properties":{"dealstage":"closedwon"}},\
                        {"id":"2","properties":{"dealstage":"deleted"}},\
                        {"id":"3","properties":{"dealstage":"closedwon"}}]}"""));

        try (HubSpot served = account.open(memory)) {
            for (int day = 0; day < 3; day++) {
                assertThat(served.search(ObjectType.DEALS, null, 0).objects())
                        .extracting(deal -> ((DealFacts) deal.facts()).outcome())
                        .containsExactly(Outcome.WON, Outcome.OPEN, Outcome.WON);
                memory.forget();
                account.time.pass(Duration.ofHours(25));
            }
        }
    }

    @Test
    void asksTheMemoryForDealStagesOnceAPage() {
        ForgetfulStages memory = new ForgetfulStages();
        memory.learnt(Map.of("9", new DealStage("9", "default", true, 0)), account.time.instant());
        account.stub.always(request -> Reply.ok(IntStream.rangeClosed(1, 200)
                .mapToObj(id -> "{\"id\":\"" + id + "\",\"properties\":{\"dealstage\":\"9\"}}")
                .collect(Collectors.joining(",", "{\"total\":200,\"results\":[", "]}"))));

        try (HubSpot served = account.open(memory)) {
            served.search(ObjectType.DEALS, null, 0);
        }

        assertThat(memory.asked()).isEqualTo(1);
        assertThat(account.calls()).isEqualTo(1);
    }

    @Test
    void looksForADeletedStageOnceAnHour() {
        account.stub.always(request -> request.path().contains("pipelines")
                ? Reply.of(403, "{\"category\":\"MISSING_SCOPES\"}")
                : Reply.ok("{\"total\":1,\"results\":[{\"id\":\"1\",\"properties\":{\"dealstage\":\"9\"}}]}"));

        hubSpot.search(ObjectType.DEALS, null, 0);
        hubSpot.search(ObjectType.DEALS, null, 0);
        assertThat(hubSpot.usage().calls()).containsEntry("pipelines", 1L);
        account.time.pass(Duration.ofHours(1));
        hubSpot.search(ObjectType.DEALS, null, 0);

        assertThat(hubSpot.usage().calls()).containsEntry("pipelines", 2L);
    }

    @Test
    void refusesMoreCustomSignalsThanASearchCanCarry() {
        Set<String> many = IntStream.range(0, 150)
                .mapToObj(number -> "a_property_with_a_long_name_" + number)
                .collect(Collectors.toSet());
        HubSpotSettings settings = StubAccount.settings(
                account.stub.url(),
                ApiVersions.all("2026-09"),
                Map.of(ObjectType.CONTACTS, many),
                Duration.ofSeconds(1));

        assertThatThrownBy(() -> account.open(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("custom signals of contacts");
    }
}
