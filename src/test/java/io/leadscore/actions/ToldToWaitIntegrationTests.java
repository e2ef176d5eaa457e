package io.leadscore.actions;

import static io.leadscore.actions.SampleMoves.rule;
import static io.leadscore.actions.SampleMoves.run;
import static io.leadscore.actions.SampleMoves.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One kind is told when to ask again; the others have nothing to do with that. */
class ToldToWaitIntegrationTests {

    private static final Conditions HIGH = Conditions.entering(Priority.HIGH);

    private final ActionFixture fixture =
            new ActionFixture(settings(rule("r", HIGH, new Step.Enrol(42), new Step.Webhook(false))));

    @Test
    void theOthersGoOnAndTheNextRunGoesOnWithIt() {
        fixture.hubSpot.always.put(ActionKind.WEBHOOK, later(Duration.ofSeconds(60)));
        fixture.record(run(fixture.portal), fixture.highs(1, 60));

        ActReport report = fixture.act();

        assertThat(fixture.count(ActionKind.ENROL, ActionState.DONE)).isEqualTo(60);
        assertThat(fixture.count(ActionKind.WEBHOOK, ActionState.PENDING)).isEqualTo(60);
        assertThat(fixture.hubSpot.calls).containsEntry(ActionKind.WEBHOOK, 1);
        assertThat(fixture.clock.instant()).as("nobody waits").isEqualTo(SampleMoves.MONDAY);
        assertThat(report.troubles()).extracting(Trouble::sentence).contains("Too many.");

        fixture.hubSpot.always.clear();
        fixture.clock.advance(Duration.ofMinutes(5));
        fixture.act();
        assertThat(fixture.count(ActionKind.WEBHOOK, ActionState.DONE)).isEqualTo(60);
    }

    @Test
    void itIsTriedAgainWhenTheWaitEndsBeforeTheRestIsDone() {
        fixture.hubSpot.always.put(ActionKind.WEBHOOK, later(Duration.ofSeconds(10)));
        fixture.hubSpot.before(ActionKind.ENROL, () -> {
            fixture.clock.advance(Duration.ofSeconds(1));
            if (fixture.hubSpot.made(ActionKind.ENROL) == 8) {
                fixture.hubSpot.always.clear();
            }
        });
        fixture.record(run(fixture.portal), fixture.highs(1, 60));

        ActReport report = fixture.act();

        assertThat(fixture.count(ActionState.DONE)).isEqualTo(120);
        assertThat(fixture.hubSpot.calls.get(ActionKind.WEBHOOK)).isBetween(61, 63);
        assertThat(report.troubles()).extracting(Trouble::sentence).doesNotContain("Too many.");
    }

    @Test
    void aWaitOfSecondsIsWaitedOutWhenNothingElseIsToBeDone() {
        fixture.hubSpot.always.put(ActionKind.WEBHOOK, later(Duration.ofSeconds(2)));
        fixture.record(run(fixture.portal), fixture.highs(1, 3));

        ActReport report = fixture.act();

        assertThat(fixture.hubSpot.calls).as("and not for ever").containsEntry(ActionKind.WEBHOOK, 3);
        assertThat(Duration.between(SampleMoves.MONDAY, fixture.clock.instant()))
                .isLessThanOrEqualTo(Duration.ofSeconds(6));
        assertThat(report.troubles()).extracting(Trouble::sentence).contains("Too many.");
    }

    private Outcome later(Duration wait) {
        Instant until = fixture.clock.instant().plus(wait);
        return new Outcome.Later(until, "Too many.", "The next run goes on by itself.");
    }
}
