package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.Watermarks;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is wrong, ours or HubSpot's, and what is left of it when it is right again. */
class WrongClockFunctionalTests extends DeltaJobFixture {

    private static final Duration FAR = Duration.ofDays(400);

    private List<Long> contacts = List.of();

    @BeforeEach
    void createContacts() {
        contacts = contacts(20);
        contacts.subList(0, 12).forEach(crm::logEmailReply);
        contacts.subList(5, 9).forEach(this::deal);
    }

    @ParameterizedTest
    @ValueSource(longs = {-400 * 24 * 60, -6, 6, 400 * 24 * 60})
    void scoresNothingByAWrongClock(long minutesAhead) {
        run();
        Map<Long, Map<String, String>> before = scores();
        clock.advance(Duration.ofMinutes(5));
        crm.logEmailReply(contacts.get(15));

        restartBy(() -> clock.instant().plus(Duration.ofMinutes(minutesAhead)));
        RunOutcome wrong = leadscore().run();
        Map<Long, Map<String, String>> after = scores();
        restartBy(clock);
        run();

        assertThat(wrong.failure())
                .isInstanceOf(AccountNotReadyException.class)
                .hasMessageMatching(
                        "This machine's clock is (400 days|6 minutes|5 minutes) (ahead of|behind) HubSpot's;.*");
        assertThat(wrong.report().details().get("failure")).contains("nothing was scored");
        assertThat(after).isEqualTo(before);
        assertThat(changedSince(before)).containsExactly(contacts.get(15));
        assertThatEveryScoreIsThatOfAFreshStart();
    }

    @Test
    void startsWithAClockThatIsAheadAndLosesNothing() {
        restartBy(() -> clock.instant().plus(FAR));
        leadscore().run();
        assertThat(leadscore().door(Watermarks.class).get(portal, ObjectType.CONTACTS))
                .isNull();

        restartBy(clock);
        run();

        assertThat(scores()).hasSize(20);
        assertThatEveryScoreIsThatOfAFreshStart();
    }

    @Test
    void scoresAnewAtOnceWhatWasScoredInTheFuture() {
        run();
        sandbox.faults()
                .add(FaultRule.of(FaultKind.WRONG_DATE, "* *", 1_000_000).withDelay(FAR));
        restartBy(() -> clock.instant().plus(FAR));
        leadscore().run();
        int decayed = points(contacts.get(0));
        sandbox.faults().clear();

        restartBy(clock);
        run();

        assertThat(points(contacts.get(0))).isGreaterThan(decayed);
        assertThatEveryScoreIsThatOfAFreshStart();
    }

    @Test
    void standsOneWrongDateAmongRightOnes() {
        sandbox.faults().add(FaultKind.WRONG_DATE, "POST /crm/objects/*/deals/search", 1);

        assertThat(run().status()).isEqualTo(RunOutcome.Status.COMPLETED);
    }

    private void assertThatEveryScoreIsThatOfAFreshStart() {
        Map<Long, Map<String, String>> carried = timeless();
        restartAfresh();
        run();
        assertThat(carried).isEqualTo(timeless());
    }

    private Map<Long, Map<String, String>> timeless() {
        Map<Long, Map<String, String>> timeless = new TreeMap<>(scores());
        timeless.values().forEach(score -> score.remove("ai_scored_at"));
        return timeless;
    }
}
