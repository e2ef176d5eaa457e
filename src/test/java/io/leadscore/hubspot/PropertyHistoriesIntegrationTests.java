package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.StubHubSpot.Reply;
import io.leadscore.lead.ObjectType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PropertyHistoriesIntegrationTests {

    private final StubAccount account = new StubAccount();
    private final PropertyHistories histories = account.hubSpot.propertyHistories();

    PropertyHistoriesIntegrationTests() throws IOException {}

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void aValueIsAsOldAsTheFirstOneAfterTheLastBreak() {
        account.stub.reply(Reply.ok("""
                {"results": [{"id": "7", "properties": {}, "propertiesWithHistory": {
                  "seats": [
                    {"value": "9", "timestamp": "2026-03-04T10:00:00Z", "sourceType": "CRM_UI"},
                    {"value": "5", "timestamp": "2026-03-03T10:00:00Z", "sourceType": "CRM_UI"},
                    {"value": "", "timestamp": "2026-03-02T10:00:00Z", "sourceType": "CRM_UI"},
                    {"value": "4", "timestamp": "2026-03-01T10:00:00Z", "sourceType": "CRM_UI"}],
                  "emptied": [
                    {"value": "", "timestamp": "2026-03-02T10:00:00Z", "sourceType": "CRM_UI"},
                    {"value": "4", "timestamp": "2026-03-01T10:00:00Z", "sourceType": "CRM_UI"}],
                  "imported": [
                    {"value": "4", "timestamp": "2026-03-01T10:00:00Z", "sourceType": "IMPORT"}],
                  "never": []}}]}
                """));

        assertThat(histories.firstFilled(
                        ObjectType.DEALS, List.of("seats", "emptied", "imported", "never"), List.of(7L, 8L)))
                .isEqualTo(Map.of(7L, Map.of("seats", Instant.parse("2026-03-03T10:00:00Z"))));
    }

    @Test
    void asksForFiftyAtOnce() {
        account.stub.always(request -> Reply.ok("{\"results\": []}"));

        histories.firstFilled(
                ObjectType.CONTACTS,
                List.of("seats"),
                LongStream.rangeClosed(1, 101).boxed().toList());

        assertThat(account.stub.asked()).hasSize(3);
        assertThat(account.stub.asked().get(0).body())
                .contains("\"propertiesWithHistory\":[\"seats\"]")
                .contains("{\"id\":\"50\"}")
                .doesNotContain("{\"id\":\"51\"}");
    }
}
