package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.SandboxClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchEndpointIntegrationTests {

    private final FixedClock clock = new FixedClock();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(clock).withIndexLag(Duration.ofSeconds(30)));
    private final SandboxClient client = new SandboxClient(sandbox);
    private final Crm crm = sandbox.crm();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void seesANewRecordOnlyAfterTheIndexLag() throws Exception {
        long id = crm.create(RecordType.DEALS, Map.of("dealname", "first"));

        List<Long> before = client.search("deals", "{}").resultIds();
        clock.advance(Duration.ofSeconds(29));
        List<Long> shortly = client.search("deals", "{}").resultIds();
        clock.advance(Duration.ofSeconds(1));

        assertThat(before).isEmpty();
        assertThat(shortly).isEmpty();
        assertThat(client.search("deals", "{}").resultIds()).containsExactly(id);
    }

    @Test
    void seesTheOldStateUntilTheIndexLagIsOver() throws Exception {
        long id = crm.create(RecordType.DEALS, Map.of("dealname", "first"));
        clock.advance(Duration.ofSeconds(60));
        crm.update(RecordType.DEALS, id, Map.of("dealname", "second"));
        String byName = "{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"dealname\",\"operator\":\"EQ\","
                + "\"value\":\"SECOND\"}]}]}";

        Answer before = client.search("deals", "{\"properties\":[\"dealname\"]}");
        assertThat(client.search("deals", byName).resultIds()).isEmpty();
        clock.advance(Duration.ofSeconds(30));

        assertThat(name(before)).isEqualTo("first");
        assertThat(client.search("deals", byName).resultIds()).containsExactly(id);
        assertThat(name(client.search("deals", "{\"properties\":[\"dealname\"]}")))
                .isEqualTo("second");
    }

    @Test
    void pagesByIdOverRecordsOfOneModifiedTime() throws Exception {
        createContacts(450);
        crm.indexNow();
        List<Long> seen = new ArrayList<>();
        int calls = 0;
        boolean more = true;
        while (more) {
            long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
            Answer page = client.search(
                    "contacts",
                    "{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"lastmodifieddate\",\"operator\":\"GTE\","
                            + "\"value\":\"" + clock.millis() + "\"},{\"propertyName\":\"hs_object_id\",\"operator\":"
                            + "\"GT\",\"value\":\"" + last + "\"}]}],\"sorts\":[{\"propertyName\":\"hs_object_id\","
                            + "\"direction\":\"ASCENDING\"}],\"limit\":200}");
            assertThat(page.body().path("total").asInt()).isEqualTo(450 - seen.size());
            seen.addAll(page.resultIds());
            more = page.body().has("paging");
            calls++;
        }

        assertThat(calls).isEqualTo(3);
        assertThat(seen).isEqualTo(crm.ids(RecordType.CONTACTS));
    }

    @Test
    void refusesToPagePastTenThousand() throws Exception {
        assertThat(client.search("contacts", "{\"limit\":200,\"after\":\"9800\"}")
                        .status())
                .isEqualTo(200);
        assertThat(client.search("contacts", "{\"limit\":200,\"after\":\"9801\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void findsNothingByTheWrongModifiedPropertyOfContacts() throws Exception {
        createContacts(3);
        crm.indexNow();

        Answer answer = client.search(
                "contacts",
                "{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"hs_lastmodifieddate\",\"operator\":\"GTE\","
                        + "\"value\":\"0\"}]}]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("total").asInt()).isZero();
    }

    @Test
    void returnsNullForUnsetAndNothingForUnknownProperties() throws Exception {
        createContacts(1);
        crm.indexNow();

        var properties = client.search("contacts", "{\"properties\":[\"city\",\"nosuch\"]}")
                .body()
                .path("results")
                .get(0)
                .path("properties");

        assertThat(properties.path("city").isNull()).isTrue();
        assertThat(properties.has("nosuch")).isFalse();
        assertThat(properties.path("lastmodifieddate").asString())
                .isEqualTo(clock.instant().toString());
    }

    @Test
    void neverReturnsADeletedRecord() throws Exception {
        createContacts(2);
        crm.indexNow();
        crm.delete(RecordType.CONTACTS, crm.ids(RecordType.CONTACTS).get(0));

        assertThat(client.search("contacts", "{}").resultIds()).isEqualTo(crm.ids(RecordType.CONTACTS));
    }

    @Test
    void comparesWithEveryOperator() throws Exception {
        long small = crm.create(RecordType.COMPANIES, Map.of("numberofemployees", "5", "industry", "BANKING"));
        long large = crm.create(RecordType.COMPANIES, Map.of("numberofemployees", "500", "name", "Ishikawa Works"));
        crm.indexNow();

        assertThat(companies("numberofemployees", "LT", "\"value\":\"10\"")).containsExactly(small);
        assertThat(companies("numberofemployees", "GTE", "\"value\":\"500\"")).containsExactly(large);
        assertThat(companies("numberofemployees", "BETWEEN", "\"value\":\"1\",\"highValue\":\"5\""))
                .containsExactly(small);
        assertThat(companies("numberofemployees", "EQ", "\"value\":\"500\"")).containsExactly(large);
        assertThat(companies("industry", "HAS_PROPERTY", "\"value\":\"\"")).containsExactly(small);
        assertThat(companies("industry", "NOT_HAS_PROPERTY", "\"value\":\"\"")).containsExactly(large);
        assertThat(companies("industry", "IN", "\"values\":[\"BANKING\"]")).containsExactly(small);
        assertThat(companies("name", "CONTAINS_TOKEN", "\"value\":\"ishi*\"")).containsExactly(large);
        assertThat(companies("name", "EQ", "\"value\":\"ishikawa works\"")).containsExactly(large);
        assertThat(companies("name", "IN", "\"values\":[\"Ishikawa Works\"]")).isEmpty();
    }

    @Test
    void refusesWhatHubSpotRefuses() throws Exception {
        String filter = "{\"propertyName\":\"nosuch\",\"operator\":\"EQ\",\"value\":\"1\"}";
        String group = "{\"filters\":[]}";

        assertThat(client.search("contacts", "{\"limit\":201}").status()).isEqualTo(400);
        assertThat(client.search("contacts", "{\"filterGroups\":[{\"filters\":[" + filter + "]}]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.search(
                                "contacts",
                                "{\"filterGroups\":["
                                        + String.join(",", List.of(group, group, group, group, group, group)) + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.search("contacts", "{\"query\":\"" + "x".repeat(3_000) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(client.search("contacts", "{\"sorts\":[{\"propertyName\":\"city\"},{\"propertyName\":\"zip\"}]}")
                        .status())
                .isEqualTo(400);
    }

    private List<Long> companies(String property, String operator, String operand) throws Exception {
        return client.search(
                        "companies",
                        "{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"" + property + "\",\"operator\":\""
                                + operator + "\"," + operand + "}]}]}")
                .resultIds();
    }

    private void createContacts(int number) {
        for (int i = 0; i < number; i++) {
            crm.create(RecordType.CONTACTS, Map.of());
        }
    }

    private static String name(Answer answer) {
        return answer.body()
                .path("results")
                .get(0)
                .path("properties")
                .path("dealname")
                .asString();
    }
}
