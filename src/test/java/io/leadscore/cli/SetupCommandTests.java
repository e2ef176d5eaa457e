package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.SetupResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SetupCommandTests {

    @Test
    void printsListsBesideThePropertiesForPrograms() {
        StringWriter out = new StringWriter();
        JsonOut.print(
                new PrintWriter(out, true),
                new SetupCommand.Outcome(
                        new SetupResult(false, true, List.of("ai_lead_score"), List.of(), List.of()),
                        new ActionSetup(false, List.of("Hot"), List.of(), List.of(), List.of())));

        JsonNode json = new JsonMapper().readTree(out.toString());
        assertThat(json.path("created").get(0).asString()).isEqualTo("ai_lead_score");
        assertThat(json.path("actions").path("created").get(0).asString()).isEqualTo("Hot");
    }
}
