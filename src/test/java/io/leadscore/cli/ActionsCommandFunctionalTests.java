package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.actions.ActionConfiguration;
import io.leadscore.actions.ActionRecorder;
import io.leadscore.actions.ScoreChange;
import io.leadscore.actions.ScoringRun;
import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.ActionEntry;
import io.leadscore.ledger.ActionFilter;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.Cause;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.Links;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Outbox;
import io.leadscore.ledger.ScoreEntry;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.TestDatabases;
import io.leadscore.report.KpiConfiguration;
import io.leadscore.scoring.CloseProbability;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.Contribution;
import io.leadscore.scoring.Explanation;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Score;
import io.leadscore.scoring.Thresholds;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ActionsCommandFunctionalTests {

    private static final Instant NOW = ModelsFixture.NOW;
    private static final long PORTAL = 4_712;
    private static final Thresholds THRESHOLDS = new Thresholds(80, 50);

    private final Path folder;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    ActionsCommandFunctionalTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void saysWhatToDoWhenThereIsNothing() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        assertThat(run("actions")).isZero();
        assertThat(out.toString())
                .isEqualTo("Nothing was set off yet; scripts/leadscore actions plan shows what the rules mean.\n");
        assertThat(run("actions", "list", "--failed")).isZero();
        assertThat(out.toString()).isEqualTo("There is none.\n");
        assertThat(run("actions", "plan")).isZero();
        assertThat(out.toString())
                .contains("The outbox is empty: nothing was set off yet.", "There is no rule, so nothing is set off.");
        assertThat(run("actions", "retry", "--failed")).isZero();
        assertThat(out.toString()).isEqualTo("There is none.\n");
        assertThat(run("actions", "retry", "17")).isEqualTo(1);
        assertThat(err.toString()).startsWith("None of these actions was given up.");
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        rules("rules:\n  - name: x\n    when: {entered: hot}\n    do: [note: {}]\n");

        assertThat(run("actions", "plan")).isEqualTo(78);

        assertThat(err.toString())
                .contains("actions.yml, line 3: rules[0].when.entered must be high, medium, low, any");
    }

    @Test
    void plansListsAndTriesAgain() throws IOException {
        rules("rules:\n  - name: call them\n    when: {entered: high}\n    do: [task: {}]\n");
        // 1 comes to High, 2 was imported as High, 3 is Medium.
        fill(60, 85, 60);

        assertThat(run("actions", "plan")).isZero();
        assertThat(out.toString().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "task 0 1 0 0 0 0 0 0 0",
                        "call them 1 1 1 0 0 0",
                        "1 85 High 2026-11-23 10:00 acted: set off at 2026-11-23 10:00 UTC",
                        "2 85 High 2026-11-23 10:00 silent: there since 2026-11-23 10:00 UTC, by a first sync, a bulk"
                                + " import, other weights alone, or before the rule");
        assertThat(run("actions", "plan", "--json")).isZero();
        assertThat(json().get("rules").get(0).get("leads").get("SILENT").asLong())
                .isEqualTo(1);
        assertThat(json().get("outbox").get(0).get("state").asString()).isEqualTo("PENDING");
        assertThat(run("actions", "plan", "--contact", "3")).isZero();
        assertThat(out.toString())
                .contains("Contact 3: 60 points, stands at Medium", "ready: set off when it moves so");
        assertThat(run("actions", "plan", "--contact", "99")).isEqualTo(1);

        assertThat(run("actions", "list", "--pending", "--json")).isZero();
        long id = json().get(0).get("id").asLong();
        inLedger(rooms -> rooms.door(Outbox.class)
                .end(PORTAL, List.of(id), ActionState.FAILED, "BAD_REQUEST", "HubSpot refused it.", NOW));
        assertThat(run("actions", "list", "--failed")).isZero();
        assertThat(out.toString()).contains("call them", "task", "failed", "HubSpot refused it.");
        assertThat(run("actions", "retry", String.valueOf(id))).isZero();
        assertThat(out.toString()).isEqualTo("1 action is tried again by the next run of delta-scoring.\n");

        inLedger(rooms -> rooms.door(Outbox.class)
                .end(PORTAL, List.of(id), ActionState.UNKNOWN, "NO_ANSWER", "No answer came.", NOW));
        assertThat(run("actions", "retry", String.valueOf(id))).isEqualTo(1);
        assertThat(run("actions", "retry", String.valueOf(id), "--unknown")).isZero();
        assertThat(err.toString()).contains("may have been done already");
        inLedger(rooms -> assertThat(
                        rooms.door(ActionBook.class).list(PORTAL, ActionFilter.in(EnumSet.of(ActionState.PENDING)), 9))
                .extracting(ActionEntry::id)
                .containsExactly(id));
    }

    @Test
    void planKnowsWhatWasSetOffAlsoAfterAMoveOfTheNextBestActionAlone() throws IOException {
        rules("rules:\n  - name: call them\n    when: {entered: high}\n    do: [task: {}]\n");
        fill(60, 85, 60);
        inLedger(NOW.plusSeconds(3_600), rooms -> rooms.door(ActionRecorder.class)
                .record(
                        new ScoringRun(PORTAL, 2, NOW, 1, THRESHOLDS, false, 0, false),
                        List.of(change(85, score(1, 85, NextBestAction.CLOSE)))));

        assertThat(run("actions", "plan", "--contact", "1")).isZero();

        assertThat(out.toString()).contains("acted: set off at 2026-11-23 10:00 UTC");
    }

    @Test
    void settlesInBulkWhatAFilterMeansAndRemembersWho() throws IOException {
        rules("rules:\n  - name: call them\n    when: {entered: high}\n    do: [task: {}, note: {}]\n");
        fill(60, 85, 60);
        inLedger(
                rooms -> {
                    List<Long> all = rooms
                            .door(ActionBook.class)
                            .list(PORTAL, ActionFilter.in(EnumSet.of(ActionState.PENDING)), 9)
                            .stream()
                            .map(ActionEntry::id)
                            .toList();
                    assertThat(all).hasSize(2);
                    rooms.door(Outbox.class).end(PORTAL, all, ActionState.UNKNOWN, "NO_ANSWER", "No answer came.", NOW);
                });

        assertThat(run("actions", "dismiss")).isEqualTo(64);
        assertThat(run("actions", "dismiss", "--unknown", "--since", "tomorrow"))
                .isEqualTo(64);
        assertThat(err.toString()).contains("--since is 'tomorrow'");
        for (String none : List.of("--rule=other", "--contact=2", "--owner=7", "--kind=mail", "--before=2026-11-23")) {
            assertThat(run("actions", "dismiss", "--unknown", none)).as(none).isZero();
            assertThat(out.toString()).as(none).isEqualTo("There is none.\n");
        }
        assertThat(run("actions", "dismiss", "--failed")).isZero();
        assertThat(out.toString()).isEqualTo("There is none.\n");
        assertThat(run("actions", "dismiss", "--unknown", "--kind", "task", "--dry-run"))
                .isZero();
        assertThat(out.toString()).isEqualTo("1 action would be dismissed.\n");
        assertThat(run("actions", "dismiss", "--unknown", "--kind", "TASK", "--rule", "call them", "--since", "1h"))
                .isZero();
        assertThat(out.toString()).isEqualTo("1 action is dismissed.\n");
        assertThat(run("actions", "retry", "--unknown", "--contact", "1", "--json"))
                .isZero();
        assertThat(json().get("actions").asInt())
                .as("what is dismissed stays so")
                .isEqualTo(1);

        assertThat(run("actions", "list", "--dismissed", "--json")).isZero();
        assertThat(json().size()).isEqualTo(1);
        assertThat(json().get(0).get("kind").asString()).isEqualTo("TASK");
        assertThat(json().get(0).get("decision").get("verb").asString()).isEqualTo("DISMISS");
        assertThat(json().get(0).get("decision").get("who").asString()).isEqualTo(OperatingSystemUser.name());
        assertThat(run("actions", "list", "--kind", "note")).isZero();
        assertThat(out.toString())
                .contains("pending", "To be tried again, says " + OperatingSystemUser.name())
                .doesNotContain("task");
    }

    private void rules(String text) throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("data/jobs"));
        Files.writeString(jobs.resolve("actions.yml"), text);
    }

    private void fill(int before, int high, int medium) {
        inLedger(rooms -> {
            ModelsFixture.putLeads(PORTAL, rooms.door(Mirror.class), rooms.door(Links.class));
            Scores scores = rooms.door(Scores.class);
            List<Score> all = List.of(score(1, high), score(2, high), score(3, medium));
            scores.record(
                    PORTAL,
                    1,
                    all.stream()
                            .map(score -> new ScoreEntry(score, Set.of(Cause.NEW), NOW, Map.of(), null, 0))
                            .toList());
            ActionRecorder recorder = rooms.door(ActionRecorder.class);
            ScoringRun run = new ScoringRun(PORTAL, 1, NOW, 1, THRESHOLDS, true, 2, false);
            recorder.record(
                    run, List.of(change(before, all.get(0)), change(null, all.get(1)), change(null, all.get(2))));
        });
    }

    private static ScoreChange change(@Nullable Integer before, Score score) {
        return new ScoreChange(before, score, Set.of(Cause.ENGAGEMENT), null, null, null, null);
    }

    private static Score score(long contactId, int points) {
        return score(contactId, points, NextBestAction.NURTURE);
    }

    private static Score score(long contactId, int points, NextBestAction action) {
        return new Score(
                contactId,
                NOW,
                points,
                THRESHOLDS.priority(points),
                THRESHOLDS.priority(points),
                new CloseProbability(12.5, 8.5, 17.5, false, 17),
                action,
                new Explanation(List.of(new Contribution(
                        "meetings", Component.ENGAGEMENT, 0.9, 100 * points, 10_000, 1_000, "attended 2 meetings"))),
                null,
                "1.0-w1",
                1);
    }

    private void inLedger(Consumer<Rooms> work) {
        inLedger(NOW, work);
    }

    private void inLedger(Instant now, Consumer<Rooms> work) {
        try (Rooms rooms = Rooms.openToLook(
                surroundings().settings(),
                () -> now,
                LedgerConfiguration.class,
                KpiConfiguration.class,
                ActionConfiguration.class)) {
            new TransactionTemplate(rooms.door(PlatformTransactionManager.class))
                    .executeWithoutResult(status -> work.accept(rooms));
        }
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString());
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return CommandLineInterface.run(arguments, surroundings());
    }

    private Surroundings surroundings() {
        return new Surroundings(
                TestDatabases.environment(folder, "HUBSPOT_PORTAL_ID", String.valueOf(PORTAL)),
                folder,
                null,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                () -> NOW);
    }
}
