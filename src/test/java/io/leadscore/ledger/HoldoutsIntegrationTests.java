package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.scoring.Holdout;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class HoldoutsIntegrationTests {

    private final long portal = TestLedger.newPortal();
    private final AccountState state;

    HoldoutsIntegrationTests(TestLedger ledger) {
        this.state = new AccountState(ledger.statements());
    }

    @Test
    void holdsNobodyOutAndKeepsNothingByDefault() {
        assertThat(obey(0, day(1))).isSameAs(Holdout.NONE);
        assertThat(holdouts(0, day(1)).standing(portal)).isNull();
    }

    @Test
    void holdsTheSameOutForEver() {
        List<Long> first = members(obey(0.1, day(1)));

        assertThat(members(obey(0.1, day(200)))).isEqualTo(first);
        assertThat(members(obey(0.2, day(300)))).containsAll(first);
        assertThat(first).isNotEmpty();
    }

    @Test
    void remembersSinceWhenAShareHolds() {
        obey(0.1, day(1));
        obey(0.1, day(2));
        assertThat(standing().since()).isEqualTo(day(1));

        obey(0.2, day(3));
        assertThat(standing().since()).isEqualTo(day(3));
        assertThat(standing().holdout().share()).isEqualTo(0.2);

        obey(0, day(4));
        obey(0, day(5));
        assertThat(standing().since()).isEqualTo(day(4));
        assertThat(standing().holdout().share()).isZero();
    }

    @Test
    void tellsWhatIsObeyedNotWhatIsSet() {
        Holdout obeyed = obey(0.1, day(1));

        StandingHoldout standing = Objects.requireNonNull(holdouts(0.5, day(2)).standing(portal));

        assertThat(standing.holdout().share()).isEqualTo(0.1);
        assertThat(members(standing.holdout())).isEqualTo(members(obeyed));
    }

    @Test
    void hasAKeyOfItsOwnForEachAccount() {
        List<Long> here = members(obey(0.1, day(1)));
        List<Long> elsewhere = members(holdouts(0.1, day(1)).obey(TestLedger.newPortal()));

        assertThat(elsewhere).isNotEqualTo(here);
    }

    @Test
    void keepsTheKeyOfTheFirstOfManyThatAskAtOnce() throws Exception {
        Callable<List<Long>> asker = () -> members(obey(0.1, day(1)));
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Future<List<Long>>> asked = threads.invokeAll(Collections.nCopies(10, asker));
            List<Long> first = asked.get(0).get();
            for (Future<List<Long>> one : asked) {
                assertThat(one.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Holdout obey(double share, Instant now) {
        return holdouts(share, now).obey(portal);
    }

    private StandingHoldout standing() {
        return Objects.requireNonNull(holdouts(0, day(0)).standing(portal));
    }

    private Holdouts holdouts(double share, Instant now) {
        return new Holdouts(state, share, () -> now);
    }

    private static List<Long> members(Holdout holdout) {
        return LongStream.range(0, 1_000).filter(holdout::contains).boxed().toList();
    }
}
