package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.ActionCount;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.sandbox.RecordType;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.Thresholds;
import io.leadscore.settings.ScoringProfileFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs whose process the system kills when a call of theirs has just left, on the command line; what they did is counted
 * where it was done. {@code -Dleadscore.kills=100} plays so many rounds, each of several kills.
 */
class KilledProcessFunctionalTests extends DeltaJobFixture {

    private static final int ROUNDS = Integer.getInteger("leadscore.kills", 1);
    private static final int LEADS = 6;
    private static final int WORKFLOW = 4711;
    private static final List<String> CALLS = List.of(
            SEARCH,
            UPDATE,
            "POST /crm/objects/*/tasks/batch/create",
            "POST /crm/objects/*/notes/batch/create",
            "POST /automation/v2/*");

    private static int kills;
    private static long unknown;
    private static long actions;

    private ScoringProfile edited = ScoringProfileFile.packaged();

    static IntStream seeds() {
        return IntStream.range(0, ROUNDS);
    }

    @AfterAll
    static void tell() {
        System.out.printf(
                "%d kills in %d rounds: of %d actions 0 twice, 0 lost, %d unknown and listed%n",
                kills, ROUNDS, actions, unknown);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsDoneTwiceAndNothingIsLost(int seed) throws Exception {
        Random random = new Random(seed);
        List<Long> leads = leadsBelowHigh();
        leads.forEach(crm::logEmailReply);
        leadscore().close();

        for (String call : CALLS) {
            clock.advance(Duration.ofMinutes(2));
            killAt(call, seed == 0 ? 0 : random.nextInt(3), seed == 0 ? 0 : random.nextInt(40));
        }
        sandbox.faults().clear();
        restartWith(edited);
        for (int run = 0; run < 3; run++) {
            clock.advance(Duration.ofMinutes(15));
            run();
        }

        assertDoneOnce();
        Map<Long, Map<String, String>> scores = scores();
        assertThat(scores).hasSize(LEADS);
        assertThat(new HashSet<>(scores.values().stream()
                        .map(score -> score.get("ai_lead_score"))
                        .toList()))
                .as("alike leads have the same score")
                .hasSize(1);
        run();
        assertThat(changedSince(scores)).isEmpty();
    }

    private List<Long> leadsBelowHigh() throws IOException {
        Path jobs = Files.createDirectories(home.resolve("jobs"));
        Files.writeString(jobs.resolve("actions.yml"), """
                time-budget: 60s
                look-after: 10s
                rules:
                  - name: hot
                    when: {entered: high}
                    do:
                      - assign: {by: round-robin}
                      - list: {name: "Call list"}
                      - enrol: {workflow: %d}
                      - task: {due-in: 4h, type: CALL}
                      - note: {}
                """.formatted(WORKFLOW));
        restartWith(ScoringProfileFile.packaged());
        leadscore().door(HubSpot.class).lists().findOrCreate("Call list");
        List<Long> leads = contacts(LEADS);
        run();
        int points = points(leads.get(0));
        Thresholds thresholds = new Thresholds(points + 3, points + 1);
        Files.writeString(
                jobs.resolve("scoring-profile.yml"),
                Files.readString(Path.of("jobs/scoring-profile.yml"))
                        .replaceFirst(
                                "\n  high: 80\n  medium: 50\n",
                                "\n  high: %d\n  medium: %d\n".formatted(thresholds.high(), thresholds.medium())));
        edited = profile(thresholds);
        restartWith(edited);
        run();
        return leads;
    }

    private static ScoringProfile profile(Thresholds thresholds) {
        ScoringProfile packaged = ScoringProfileFile.packaged();
        return new ScoringProfile(
                packaged.weights(),
                thresholds,
                packaged.timeStep(),
                packaged.machineWindow(),
                packaged.idealClient(),
                packaged.signals(),
                packaged.queue(),
                packaged.nextBestAction(),
                packaged.outcome(),
                packaged.customSignals(),
                packaged.aiRules());
    }

    /** Runs, and kills the process so many milliseconds after its call came in; a run without that call comes to its end. */
    private void killAt(String call, int skip, int milliseconds) throws Exception {
        Process[] running = new Process[1];
        sandbox.faults().clear();
        sandbox.faults().runBefore(call, skip, () -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
            running[0].destroyForcibly();
        });
        running[0] = ForkedCommand.start(home, sandbox, clock.instant(), "run", "delta-scoring");
        assertThat(running[0].waitFor(3, TimeUnit.MINUTES)).isTrue();
        if (running[0].exitValue() > 128) {
            kills++;
        } else {
            assertThat(running[0].exitValue())
                    .as(Files.readString(home.resolve("command.out")))
                    .isIn(0, 3);
        }
    }

    private void assertDoneOnce() {
        Map<ActionKind, Integer> made = Map.of(
                ActionKind.TASK, crm.ids(RecordType.TASKS).size(),
                ActionKind.NOTE, crm.ids(RecordType.NOTES).size(),
                ActionKind.ENROL, sandbox.workflows().enrolments().size(),
                ActionKind.LIST, sandbox.lists().members("Call list").size());
        assertThat(sandbox.workflows().enrolments()).doesNotHaveDuplicates();
        List<ActionCount> counts = leadscore().door(ActionBook.class).counts(portal);
        made.forEach((kind, many) -> {
            long done = count(counts, kind, ActionState.DONE);
            long notKnown = count(counts, kind, ActionState.UNKNOWN);
            unknown += notKnown;
            actions += LEADS;
            assertThat(done + notKnown).as("%s of %s", kind, counts).isEqualTo(LEADS);
            assertThat((long) many).as("%s made", kind).isBetween(done, done + notKnown);
            assertThat(notKnown).as("%s unknown", kind).isLessThanOrEqualTo(kind == ActionKind.ENROL ? kills : 0);
        });
    }

    private static long count(List<ActionCount> counts, ActionKind kind, ActionState state) {
        return counts.stream()
                .filter(count -> count.kind() == kind && count.state() == state)
                .mapToLong(ActionCount::actions)
                .sum();
    }
}
