package io.leadscore.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTests {

    /** The first two are in Newcombe (1998), table I; the others were worked out by hand. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 30.80, 25.53, 36.62",
        "15, 148, 10.14, 6.24, 16.05",
        "0, 20, 0, 0, 16.11",
        "10, 10, 100, 72.25, 100"
    })
    void hasWilsonsInterval(long won, long leads, double percent, double low, double high) {
        Rate rate = Rate.of(won, leads);

        assertThat(rate.percent()).isCloseTo(percent, within(0.005));
        Interval interval = Objects.requireNonNull(rate.interval());
        assertThat(interval.low()).isCloseTo(low, within(0.005));
        assertThat(interval.high()).isCloseTo(high, within(0.005));
    }

    @Test
    void saysNothingOfNobody() {
        assertThat(Rate.of(0, 0)).isEqualTo(new Rate(0, 0, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(2, 1));
    }

    @Test
    void isNotComparedWithFewerThanSixWonLeads() {
        assertThat(Rate.of(5, 100).measure().isKnown()).isFalse();
        assertThat(Rate.of(6, 100).measure().variance()).isCloseTo(1 / 6.0 - 1 / 100.0, within(1e-12));
    }
}
