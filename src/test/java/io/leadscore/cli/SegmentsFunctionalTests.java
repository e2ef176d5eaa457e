package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.RecordType;
import io.leadscore.sandbox.Seeding;
import io.leadscore.settings.ScoringProfileFile;
import io.leadscore.settings.ScoringProfileText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two pipelines whose buyers differ in opposite directions, and a small third one, from the command line. */
class SegmentsFunctionalTests extends SandboxCommandsFixture {

    private static final String SEGMENTS = """
            custom-signals:
              - {name: interest, object: contact, property: product_interest__c, component: fit, kind: category, weight: 10, learnt: true}
            """;

    SegmentsFunctionalTests(@TempDir Path folder) {
        super(folder, 1_600, Seeding.SALES);
    }

    @Test
    void eachPipelineLearnsWhoBuysInItAndTheSmallOneFollowsTheCommonWeights() throws IOException {
        sellOppositely();
        leaveLearningToTheSchedule();
        putJob(
                "scoring-profile.yml",
                ScoringProfileText.of(ScoringProfileFile.packaged(), "segmented")
                        .replace("custom-signals: []\n", SEGMENTS)
                        .replace("segments: []\n", """
                                segments:
                                  - {name: trials, where: {pipeline: trials}}
                                  - {name: new business, where: {pipeline: default}}
                                  - {name: renewals, where: {pipeline: renewals}}
                                  - {name: automation, where: {interest: AUTOMATION}}
                                """));
        // What is sold to whom is written today, by the clock of all this.
        putJob("delta-scoring.yml", "history-calls: 0\n");
        assertThat(run("setup").exitCode()).as(err.toString()).isZero();
        assertThat(run("run", "delta-scoring").exitCode()).as(err.toString()).isZero();
        JsonNode learnt = json(run("run", "weight-recalibration", "--json"));

        JsonNode verdicts = learnt.at("/assessment/segments/verdicts");
        assertThat(verdicts.at("/0/own").asBoolean()).isFalse();
        assertThat(verdicts.at("/0/why").asString()).startsWith("too few deals");
        for (int i = 1; i <= 2; i++) {
            assertThat(verdicts.at("/" + i + "/own").asBoolean()).isTrue();
            assertThat(verdicts.at("/" + i + "/ownRocAuc").asDouble())
                    .isGreaterThan(verdicts.at("/" + i + "/commonRocAuc").asDouble() + 0.05);
        }
        assertThat(learnt.at("/assessment/segments/leads/inSeveral").asLong()).isPositive();
        JsonNode after = learnt.at("/assessment/impact/after");
        assertThat(100.0
                        * after.at("/High").asLong()
                        / learnt.at("/assessment/impact/leads").asLong())
                .isBetween(0.5, 10.0);
        String live = learnt.at("/liveId").asString();
        assertThat(run("models", "show", live).out())
                .contains("Segments with weights of their own", "new business", "too few deals")
                .containsPattern("meet the conditions of several segments");
        assertThat(run("models", "card", live).out()).contains("### The profile's segments");

        now = now.plusSeconds(300);
        assertThat(run("run", "delta-scoring").exitCode()).isZero();
        String renewal = open("renewals");
        String trial = open("trials");
        JsonNode own = json(run("explain", renewal, "--json"));
        assertThat(own.toString()).contains("in segment renewals: by its own weights");
        assertThat(run("explain", trial).out()).contains("in segment trials: by the common weights");

        assertThat(run("models", "rollback", "--reason", "to see").exitCode())
                .as(err.toString())
                .isZero();
        now = now.plusSeconds(300);
        assertThat(run("run", "delta-scoring").exitCode()).isZero();
        assertThat(run("explain", renewal).out()).contains("in segment renewals: by the common weights");
        assertThat(run("models", "promote", live, "--reason", "back").exitCode())
                .isZero();
        now = now.plusSeconds(300);
        assertThat(run("run", "delta-scoring").exitCode()).isZero();
        JsonNode again = json(run("explain", renewal, "--json"));
        assertThat(again.at("/points")).isEqualTo(own.at("/points"));
        assertThat(again.at("/closeProbability")).isEqualTo(own.at("/closeProbability"));
        assertThat(run("backtest", "--weights", live).out()).contains("Leads in the queue by segment: trials ");
    }

    /** Who asks for automation buys it anew, and does not renew; a few are on trial. */
    private void sellOppositely() {
        Random random = new Random(3);
        int index = 0;
        for (long contact : sandbox.crm().ids(RecordType.CONTACTS)) {
            List<Long> deals = sandbox.crm().associated(RecordType.CONTACTS, contact, RecordType.DEALS);
            String pipeline = index++ % 40 == 0 ? "trials" : random.nextBoolean() ? "default" : "renewals";
            boolean bought = deals.stream().anyMatch(deal -> "closedwon".equals(stage(deal)));
            boolean asks = (bought == pipeline.equals("default")) == (random.nextDouble() < 0.8);
            deals.forEach(deal -> sandbox.crm().update(RecordType.DEALS, deal, Map.of("pipeline", pipeline)));
            sandbox.crm()
                    .update(
                            RecordType.CONTACTS,
                            contact,
                            Map.of("product_interest__c", asks ? "AUTOMATION" : "SUPPORT"));
        }
    }

    private String stage(long deal) {
        return String.valueOf(sandbox.crm().get(RecordType.DEALS, deal).property("dealstage"));
    }

    /** A contact with an open deal in a pipeline. */
    private String open(String pipeline) {
        List<Long> found = new ArrayList<>();
        for (long contact : sandbox.crm().ids(RecordType.CONTACTS)) {
            List<Long> deals = sandbox.crm().associated(RecordType.CONTACTS, contact, RecordType.DEALS);
            if (deals.size() == 1
                    && !stage(deals.get(0)).startsWith("closed")
                    && pipeline.equals(
                            sandbox.crm().get(RecordType.DEALS, deals.get(0)).property("pipeline"))) {
                found.add(contact);
            }
        }
        return found.get(0).toString();
    }
}
