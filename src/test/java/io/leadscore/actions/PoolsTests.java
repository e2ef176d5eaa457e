package io.leadscore.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.Crossing;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoolsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<AccountOwner> ACCOUNT = List.of(
            new AccountOwner(1, true, false),
            new AccountOwner(2, true, false),
            new AccountOwner(3, true, false),
            new AccountOwner(8, false, false),
            new AccountOwner(9, true, true));

    @Test
    void skipsQueuesAndWhoIsArchived() {
        Pools pools = new Pools(List.of(), ACCOUNT, TODAY);

        assertThat(takers(pools, Step.Policy.ROUND_ROBIN, lead(null, null, null)))
                .containsExactly(1L, 2L, 3L);
        assertThat(takers(
                        new Pools(List.of(Assignee.plain(8), Assignee.plain(9), Assignee.plain(2)), ACCOUNT, TODAY),
                        Step.Policy.LOAD,
                        lead(null, null, null)))
                .containsExactly(2L);
    }

    @Test
    void skipsWhoIsAbsentBothDaysIncluded() {
        Assignee away = new Assignee(1, 1, List.of(), List.of(), List.of(new Absence(TODAY.minusDays(3), TODAY)));
        Assignee back =
                new Assignee(2, 1, List.of(), List.of(), List.of(new Absence(TODAY.minusDays(3), TODAY.minusDays(1))));

        assertThat(takers(
                        new Pools(List.of(away, back), ACCOUNT, TODAY),
                        Step.Policy.ROUND_ROBIN,
                        lead(null, null, null)))
                .containsExactly(2L);
        assertThat(new Pools(List.of(away), ACCOUNT, TODAY).of(Step.Policy.ROUND_ROBIN, lead(null, null, null)))
                .isEmpty();
    }

    @Test
    void looksForTheStateThenTheCountryThenElsewhere() {
        Pools pools = new Pools(
                List.of(
                        new Assignee(1, 1, List.of("US-CA"), List.of(), List.of()),
                        new Assignee(2, 1, List.of("US", "DE"), List.of(), List.of()),
                        new Assignee(3, 1, List.of(), List.of(), List.of())),
                ACCOUNT,
                TODAY);

        assertThat(takers(pools, Step.Policy.TERRITORY, lead("US", "CA", null))).containsExactly(1L);
        assertThat(takers(pools, Step.Policy.TERRITORY, lead("US", "NY", null))).containsExactly(2L);
        assertThat(takers(pools, Step.Policy.TERRITORY, lead("DE", null, null))).containsExactly(2L);
        assertThat(takers(pools, Step.Policy.TERRITORY, lead("FR", null, null))).containsExactly(3L);
        assertThat(takers(pools, Step.Policy.TERRITORY, lead(null, null, null))).containsExactly(3L);
    }

    @Test
    void sendsNobodyWhereNobodyIs() {
        Pools pools = new Pools(List.of(new Assignee(1, 1, List.of("DE"), List.of(), List.of())), ACCOUNT, TODAY);

        assertThat(pools.of(Step.Policy.TERRITORY, lead("FR", null, null))).isEmpty();
    }

    @Test
    void looksForTheSizeThenElsewhere() {
        Pools pools = new Pools(
                List.of(
                        new Assignee(1, 1, List.of(), List.of(CompanySizes.of("51-200")), List.of()),
                        new Assignee(
                                2,
                                1,
                                List.of(),
                                List.of(CompanySizes.of("101-200"), CompanySizes.of("5001+")),
                                List.of()),
                        new Assignee(3, 1, List.of(), List.of(), List.of())),
                ACCOUNT,
                TODAY);

        assertThat(takers(pools, Step.Policy.SIZE, lead(null, null, 51L))).containsExactly(1L);
        assertThat(takers(pools, Step.Policy.SIZE, lead(null, null, 200L))).containsExactly(1L, 2L);
        assertThat(takers(pools, Step.Policy.SIZE, lead(null, null, 9_000L))).containsExactly(2L);
        assertThat(takers(pools, Step.Policy.SIZE, lead(null, null, 10L))).containsExactly(3L);
        assertThat(takers(pools, Step.Policy.SIZE, lead(null, null, null))).containsExactly(3L);
    }

    private static Set<Long> takers(Pools pools, Step.Policy policy, Crossing lead) {
        return pools.weights(pools.of(policy, lead).get(0)).keySet();
    }

    private static Crossing lead(@Nullable String country, @Nullable String region, @Nullable Long employees) {
        return new Crossing(
                100,
                1,
                SampleMoves.MONDAY,
                7,
                60,
                Priority.MEDIUM,
                85,
                Priority.HIGH,
                NextBestAction.FOLLOW_UP,
                null,
                country,
                region,
                employees,
                List.of());
    }
}
