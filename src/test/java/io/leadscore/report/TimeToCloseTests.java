package io.leadscore.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeToCloseTests {

    /** The ranks are those of the usual tables; with 100,000, n/2 - 0.98 sqrt(n). */
    @ParameterizedTest
    @CsvSource({
        "6, 3.5, 1, 6",
        "9, 5, 2, 8",
        "10, 5.5, 2, 9",
        "20, 10.5, 6, 15",
        "100, 50.5, 40, 61",
        "100000, 50000.5, 49690, 50311"
    })
    void hasTheMedianAndTheRanksAroundIt(int won, double median, double low, double high) {
        TimeToClose time = TimeToClose.of(days(won));

        assertThat(time.medianDays()).isCloseTo(median, within(1e-9));
        assertThat(time.interval()).isEqualTo(new Interval(low, high));
    }

    @Test
    void hasNoIntervalBelowSix() {
        assertThat(TimeToClose.of(days(5))).isEqualTo(new TimeToClose(5, 3.0, null));
        assertThat(TimeToClose.of(days(5)).measure().isKnown()).isFalse();
        assertThat(TimeToClose.of()).isEqualTo(new TimeToClose(0, null, null));
    }

    @Test
    void canBeComparedEvenIfDealsAreClosedAtOnce() {
        assertThat(TimeToClose.of(0, 0, 0, 0, 0, 0).measure().isKnown()).isTrue();
    }

    /** The true median of an exponential distribution is ln 2; the ranks of 30 promise 95.7 %. */
    @Test
    void enclosesTheTrueMedianAsOftenAsPromised() {
        Random random = new Random(7);
        long day = Duration.ofDays(1).toMillis();
        int enclosed = 0;
        for (int i = 0; i < 2_000; i++) {
            long[] times = LongStream.generate(() -> (long) (-Math.log(1 - random.nextDouble()) * day))
                    .limit(30)
                    .sorted()
                    .toArray();
            Interval interval = TimeToClose.of(times).interval();
            enclosed += interval != null && interval.low() <= Math.log(2) && interval.high() >= Math.log(2) ? 1 : 0;
        }

        assertThat(enclosed / 2_000.0).isCloseTo(0.957, within(0.015));
    }

    private static long[] days(int count) {
        return LongStream.rangeClosed(1, count)
                .map(day -> Duration.ofDays(day).toMillis())
                .toArray();
    }
}
