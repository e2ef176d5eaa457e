package io.leadscore.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldoutTests {

    private static final int CONTACTS = 100_000;

    /** HubSpot's ids are long, and close to each other. */
    private static final long FIRST = 90_000_000_000L;

    /** The places were computed by Python's hmac module. */
    @Test
    void takesThePlaceFromTheKeyedHash() {
        assertThat(holdout(0.866733371).contains(1)).isTrue();
        assertThat(holdout(0.866733370).contains(1)).isFalse();
        assertThat(holdout(0.079704400).contains(3)).isTrue();
        assertThat(holdout(0.079704399).contains(3)).isFalse();
    }

    /** Within five standard deviations of a binomial, which one right key in two million misses. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.1, 0.5, 0.9})
    void holdsOutTheShare(double share) {
        double deviation = Math.sqrt(CONTACTS * share * (1 - share));

        assertThat((double) members(holdout(share)).size()).isCloseTo(CONTACTS * share, within(5 * deviation));
    }

    /** Chi-squared over ten parts of consecutive ids: 27.9 is the 0.999 quantile of 9 degrees of freedom. */
    @Test
    void spreadsMembersEvenlyOverTheIds() {
        Set<Long> members = members(holdout(0.1));
        double expected = members.size() / 10.0;
        double chiSquared = 0;
        for (int part = 0; part < 10; part++) {
            long from = FIRST + part * CONTACTS / 10;
            long inPart = members.stream()
                    .filter(id -> id >= from && id < from + CONTACTS / 10)
                    .count();
            chiSquared += (inPart - expected) * (inPart - expected) / expected;
        }

        assertThat(chiSquared).isLessThan(27.9);
    }

    @Test
    void isTheSameEveryTimeAndOnlyGrowsWithTheShare() {
        Set<Long> few = members(holdout(0.05));

        assertThat(members(holdout(0.05))).isEqualTo(few);
        assertThat(members(holdout(0.2))).containsAll(few).hasSizeGreaterThan(3 * few.size());
    }

    /** Two tenths that are independent share a hundredth. */
    @Test
    void isAnotherUnderAnotherKey() {
        Set<Long> both = members(holdout(0.1));
        both.retainAll(members(new Holdout(0.1, new byte[] {1, 2, 3})));

        assertThat(both.size()).isBetween(850, 1_150);
    }

    @Test
    void holdsNobodyOutByDefault() {
        assertThat(members(Holdout.NONE)).isEmpty();
    }

    @Test
    void refusesAShareOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> holdout(1))
                .withMessage("holdout-share must be from 0 up to, but not, 1; it is 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> holdout(-0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> holdout(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Holdout(0.1, new byte[0]));
    }

    @Test
    void doesNotTellItsKey() {
        assertThat(holdout(0.1)).hasToString("Holdout of 0.1");
    }

    private static Holdout holdout(double share) {
        return new Holdout(share, "key of the test".getBytes(StandardCharsets.UTF_8));
    }

    private static Set<Long> members(Holdout holdout) {
        return LongStream.range(FIRST, FIRST + CONTACTS)
                .filter(holdout::contains)
                .boxed()
                .collect(Collectors.toSet());
    }
}
