package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.StubHubSpot.Asked;
import io.leadscore.hubspot.StubHubSpot.Reply;
import io.leadscore.lead.ObjectType;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SetupIntegrationTests {

    private static final String PROPERTIES = "/crm/properties/2026-09/contacts";
    private static final String GROUP = PROPERTIES + "/groups/leadscore";

    private final StubAccount account = new StubAccount();
    private final HubSpot hubSpot = account.hubSpot;

    SetupIntegrationTests() throws IOException {}

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void createsTheGroupAndTheEightPropertiesOnce() {
        Set<String> made = new HashSet<>();
        account.stub.always(request -> remember(request, made));

        SetupResult first = hubSpot.setUp(false);
        SetupResult second = hubSpot.setUp(false);

        assertThat(first.groupCreated()).isTrue();
        assertThat(first.created()).isEqualTo(ScoreProperty.names());
        assertThat(first.mismatched()).isEmpty();
        assertThat(second.groupCreated()).isFalse();
        assertThat(second.created()).isEmpty();
        assertThat(second.existing()).isEqualTo(ScoreProperty.names());
        assertThat(account.stub.asked())
                .extracting(Asked::body)
                .contains("{\"name\":\"leadscore\",\"label\":\"Leadscore\"}")
                .contains("{\"name\":\"ai_lead_score\",\"label\":\"AI lead score\",\"groupName\":\"leadscore\","
                        + "\"type\":\"number\",\"fieldType\":\"number\","
                        + "\"description\":\"Score from 0 to 100 given by Leadscore.\"}")
                .anySatisfy(body -> assertThat(body)
                        .contains("\"name\":\"ai_next_best_action\"")
                        .contains("{\"label\":\"Follow-up\",\"value\":\"Follow-up\",\"displayOrder\":0,"
                                + "\"hidden\":false}"));
    }

    @Test
    void writesNothingInADryRun() {
        account.stub.always(request -> remember(request, new HashSet<>()));

        SetupResult result = hubSpot.setUp(true);

        assertThat(result.created()).hasSize(8);
        assertThat(account.stub.asked()).extracting(Asked::method).containsOnly("GET");
    }

    @Test
    void leavesAPropertyOfAnotherKindAloneAndSaysSo() {
        account.stub.always(
                request -> request.path().equals(GROUP) ? Reply.ok("{\"name\":\"leadscore\"}") : Reply.ok("""
                        {"results":[{"name":"ai_lead_score","type":"string","fieldType":"text"},\
                        {"name":"ai_lead_fit","type":"enumeration","fieldType":"radio",\
                        "options":[{"label":"h","value":"High"},{"label":"l","value":"Low"}]}]}"""));

        SetupResult result = hubSpot.setUp(true);

        assertThat(result.groupCreated()).isFalse();
        assertThat(result.mismatched())
                .containsExactly(
                        new PropertyMismatch("ai_lead_score", "number", "string"),
                        new PropertyMismatch(
                                "ai_lead_fit",
                                "enumeration with options High, Medium, Low",
                                "enumeration with options High, Low"));
        assertThat(result.existing()).isEmpty();
        assertThat(result.created()).hasSize(6);
    }

    @Test
    void takesAPropertyThatSomebodyElseJustMadeForExisting() {
        account.stub.always(request -> {
            if (request.method().equals("POST")) {
                return Reply.of(409, "{\"category\":\"OBJECT_ALREADY_EXISTS\"}");
            }
            return request.path().equals(PROPERTIES)
                    ? Reply.ok("{\"results\":[]}")
                    : request.path().equals(GROUP)
                            ? Reply.of(404, "{\"category\":\"OBJECT_NOT_FOUND\"}")
                            : Reply.ok("{\"name\":\"x\",\"type\":\"bool\"}");
        });

        assertThat(hubSpot.setUp(false).mismatched()).hasSize(8);
    }

    @Test
    void tellsTheDefinitionsOfAType() {
        account.stub.reply(Reply.ok("""
                {"results":[{"name":"tier","type":"enumeration","fieldType":"select","options":[{"value":"gold"}],\
                "hidden":false,"calculated":true,"hubspotDefined":true,"modificationMetadata":{"readOnlyValue":true}},\
                {"name":"old","type":"string","fieldType":"text","archived":true}]}"""));

        assertThat(hubSpot.properties(ObjectType.COMPANIES))
                .containsExactly(new PropertyDefinition(
                        "tier",
                        "enumeration",
                        "select",
                        List.of(new PropertyOption("gold", "gold")),
                        false,
                        true,
                        true,
                        true));
        assertThat(account.stub.asked().get(0).path()).isEqualTo("/crm/properties/2026-09/companies");
    }

    private static Reply remember(Asked request, Set<String> made) {
        if (request.method().equals("POST")) {
            made.add(JsonMapper.shared().readTree(request.body()).get("name").asString());
            return Reply.of(201, request.body());
        }
        if (request.path().equals(GROUP)) {
            return made.contains("leadscore")
                    ? Reply.ok("{\"name\":\"leadscore\"}")
                    : Reply.of(404, "{\"category\":\"OBJECT_NOT_FOUND\"}");
        }
        StringBuilder results = new StringBuilder();
        for (ScoreProperty property : ScoreProperty.values()) {
            if (made.contains(property.propertyName())) {
                results.append(results.isEmpty() ? "" : ",")
                        .append("{\"name\":\"%s\",\"type\":\"%s\",\"options\":["
                                .formatted(property.propertyName(), property.type()))
                        .append(String.join(
                                ",",
                                property.options().stream()
                                        .map(option -> "{\"value\":\"" + option + "\"}")
                                        .toList()))
                        .append("]}");
            }
        }
        return Reply.ok("{\"results\":[" + results + "]}");
    }
}
