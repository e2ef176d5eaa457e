package io.leadscore.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTests {

    private static final long DAY = 86_400_000;

    /** ln 1.2 = 0.1823; the variance is 1/120 - 1/1000 + 1/100 - 1/1000 = 0.01633; its root times 1.96 is 0.2505. */
    @Test
    void hasTheIntervalOfKatz() {
        Change change = change(rates(100, 1_000, 120, 1_000));

        assertThat(change.percent()).isCloseTo(20, within(1e-9));
        assertThat(change.interval().low()).isCloseTo(-6.589, within(0.001));
        assertThat(change.interval().high()).isCloseTo(54.158, within(0.001));
    }

    /** Medians 20 (10 to 40) and 10 (5 to 20): each arm of the interval is sqrt(2) ln 2, factors 0.3752 and 2.6651. */
    @Test
    void hasTheIntervalOfZouAndDonner() {
        Change change = Change.between(
                new Measure(9, Math.log(20), Math.log(10), Math.log(40)),
                new Measure(9, Math.log(10), Math.log(5), Math.log(20)));

        assertThat(change.percent()).isCloseTo(-50, within(1e-9));
        assertThat(change.interval().low()).isCloseTo(-81.239, within(0.001));
        assertThat(change.interval().high()).isCloseTo(33.257, within(0.001));
    }

    /**
     * More won leads: a change of 20 % is told at a variance of (ln 1.2 / 2.8016)² = 0.0042351; the first has 0.0163333,
     * so that the 100 must become 385.7.
     */
    @ParameterizedTest
    @CsvSource({
        "100, 1000, 120, 1000, NOT_ENOUGH_DATA, 286",
        "400, 4000, 440, 4000, NOT_ENOUGH_DATA, 4",
        "1000, 10000, 1300, 10000, MET,",
        "1000, 10000, 1200, 10000, MET,",
        "1000, 10000, 1150, 10000, NOT_MET,",
        "100, 1000, 80, 1000, NOT_MET,",
        "5, 100, 60, 900, NOT_ENOUGH_DATA, 1",
        "0, 0, 60, 900, NOT_ENOUGH_DATA, 6",
    })
    void judgesRivals(long won, long leads, long treatedWon, long treated, Verdict verdict, @Nullable Long moreWon) {
        Comparison comparison = rates(won, leads, treatedWon, treated);

        assertThat(comparison.verdict()).isEqualTo(verdict);
        assertThat(comparison.moreWon()).isEqualTo(moreWon);
    }

    /** Of the 0.0042351, the 400 of 4,000 use up 0.00225; the 20 of 200 have 0.045, 22.67 times what is left. */
    @Test
    void needsLeadsOfTheGroupSinceAgainstThePast() {
        Comparison comparison = Comparison.withPast(
                20, Rate.of(400, 4_000).measure(), Rate.of(20, 200).measure());

        assertThat(comparison.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
        assertThat(comparison.moreWon()).isEqualTo(434);
    }

    @Test
    void knowsWhenThePastIsTooShort() {
        Measure since = Rate.of(1_000, 10_000).measure();

        assertThat(Comparison.withPast(20, Rate.of(100, 1_000).measure(), since).moreWon())
                .isNull();
        assertThat(Comparison.withPast(20, Rate.of(0, 0).measure(), since).moreWon())
                .isNull();
        assertThat(Comparison.withPast(
                                20,
                                Rate.of(400, 4_000).measure(),
                                Rate.of(2, 10).measure())
                        .moreWon())
                .isEqualTo(4);
    }

    @Test
    void judgesTimesThatAreToFall() {
        Measure slow = times(60, 1_000);

        assertThat(Comparison.ofRivals(-30, slow, times(40, 1_000)).verdict()).isEqualTo(Verdict.MET);
        assertThat(Comparison.ofRivals(-30, slow, times(50, 1_000)).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(Comparison.ofRivals(-30, slow, times(60, 1_000)).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(Comparison.ofRivals(-30, slow, times(45, 10)).verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
    }

    /** Without any effect, the interval excludes "no change" upwards in no more than 2.5 % of cases, noise aside. */
    @Test
    void seldomSeesAnEffectThatIsNotThere() {
        Random random = new Random(11);
        int seen = 0;
        for (int i = 0; i < 2_000; i++) {
            Comparison comparison = rates(draw(random, 300), 300, draw(random, 2_700), 2_700);
            seen += change(comparison).interval().low() > 0 ? 1 : 0;
        }

        assertThat(seen / 2_000.0).isLessThan(0.035);
    }

    private static int draw(Random random, int leads) {
        int won = 0;
        for (int i = 0; i < leads; i++) {
            won += random.nextDouble() < 0.1 ? 1 : 0;
        }
        return won;
    }

    private static Change change(Comparison comparison) {
        return Objects.requireNonNull(comparison.change());
    }

    private static Comparison rates(long won, long leads, long treatedWon, long treated) {
        return Comparison.ofRivals(
                20, Rate.of(won, leads).measure(), Rate.of(treatedWon, treated).measure());
    }

    /** Times from half the median to one and a half of it. */
    private static Measure times(long median, int won) {
        return TimeToClose.of(LongStream.range(0, won)
                        .map(i -> median * DAY / 2 + median * DAY * i / (won - 1))
                        .toArray())
                .measure();
    }
}
