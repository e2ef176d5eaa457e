package io.leadscore.actions;

import static io.leadscore.actions.SampleMoves.rule;
import static io.leadscore.actions.SampleMoves.run;
import static io.leadscore.actions.SampleMoves.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.actions.FakeHubSpot.Fault;
import io.leadscore.ledger.ActionDoors;
import io.leadscore.ledger.ActionEntry;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever goes wrong, and wherever the process is killed: nothing twice, and nothing missing that is not told. {@code
 * -Dleadscore.kills=100} plays so many worlds.
 */
class KilledRunsIntegrationTests {

    private static final int LEADS = 30;
    private static final List<Fault> FAULTS = List.of(Fault.values());

    private static final ActionSettings RULES = settings(
            rule(
                    "everything",
                    Conditions.entering(Priority.HIGH),
                    new Step.Assign(Step.Policy.ROUND_ROBIN),
                    new Step.Enrol(42),
                    new Step.Task(Duration.ofHours(4), Step.TaskType.CALL),
                    new Step.Note(),
                    new Step.Mail(null, false),
                    new Step.Webhook(false)),
            rule("lists", SampleMoves.ANY, new Step.Nurture(Map.of(Priority.HIGH, "Hot", Priority.MEDIUM, "Warm"))));

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("leadscore.kills", 24));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingTwiceAndNothingMissing(int seed) {
        Random random = new Random(seed);
        boolean[] calm = {false};
        ActionFixture fixture = new ActionFixture(
                SampleMoves.capacity(seed % 3 == 0 ? 2 : 0, RULES),
                () -> calm[0] || random.nextInt(3) > 0 ? Fault.NONE : FAULTS.get(random.nextInt(FAULTS.size())));
        recordUntilItIsThere(fixture, random);
        for (int run = 0; run < 25; run++) {
            runAndPerhapsKill(fixture, random);
            fixture.clock.advance(Duration.ofSeconds(random.nextInt(600)));
        }
        calm[0] = true;
        fixture.doors.live();
        for (int day = 0; day < 10; day++) {
            fixture.act();
            fixture.clock.advance(Duration.ofMinutes(15));
            fixture.act();
            fixture.clock.advance(Duration.ofDays(1));
        }

        assertSettled(fixture, seed);
    }

    /** A chunk whose transaction was rolled back is scored again. */
    private static void recordUntilItIsThere(ActionFixture fixture, Random random) {
        boolean recorded = false;
        while (!recorded) {
            fixture.doors.killAfter(random.nextInt(12));
            try {
                fixture.record(run(fixture.portal), fixture.highs(1, LEADS));
                recorded = true;
            } catch (ActionDoors.Killed killed) {
                fixture.doors.live();
                assertThat(fixture.all()).isEmpty();
            }
        }
        fixture.doors.live();
        assertThat(fixture.all()).hasSize(7 * LEADS);
    }

    private static void runAndPerhapsKill(ActionFixture fixture, Random random) {
        if (random.nextBoolean()) {
            fixture.doors.killAfter(random.nextInt(80));
        }
        try {
            fixture.act();
        } catch (ActionDoors.Killed killed) {
            assertThat(killed).hasMessage("killed");
        }
        fixture.doors.live();
    }

    private static void assertSettled(ActionFixture fixture, int seed) {
        List<ActionEntry> entries = fixture.all();
        assertThat(entries).as("seed %d", seed).hasSize(7 * LEADS).allSatisfy(entry -> {
            String marker = Marker.of(fixture.portal, entry.contactId(), entry.rule(), step(entry.kind()), 1);
            int made = fixture.hubSpot.made.getOrDefault(entry.kind(), Map.of()).getOrDefault(marker, 0);
            switch (entry.state()) {
                case DONE -> {
                    if (entry.kind() != ActionKind.LIST) {
                        assertThat(made).isEqualTo(1);
                    }
                }
                case UNKNOWN -> {
                    assertThat(entry.kind()).isIn(ActionKind.ENROL, ActionKind.MAIL, ActionKind.WEBHOOK);
                    assertThat(made).isLessThanOrEqualTo(1);
                }
                case FAILED -> {
                    assertThat(entry.sentence()).isNotBlank();
                    // What may be done again may have been done before it was given up.
                    if (!repeatable(entry.kind())) {
                        assertThat(made).isZero();
                    }
                }
                default -> throw new AssertionError("left " + entry);
            }
        });
        long lists = entries.stream()
                .filter(entry -> entry.kind() == ActionKind.LIST && entry.state() == ActionState.DONE)
                .peek(entry -> assertThat(fixture.hubSpot.listOfContact.get(entry.contactId()))
                        .isEqualTo("Hot"))
                .count();
        assertThat(lists).isPositive();
    }

    private static boolean repeatable(ActionKind kind) {
        return kind == ActionKind.ASSIGN || kind == ActionKind.LIST;
    }

    private static int step(ActionKind kind) {
        return switch (kind) {
            case ASSIGN, LIST -> 0;
            case ENROL -> 1;
            case TASK -> 2;
            case NOTE -> 3;
            case MAIL -> 4;
            case WEBHOOK -> 5;
        };
    }
}
