package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTests {

    @Test
    void interceptAloneIsTheLogOddsOfTheRate() {
        double[][] rows = {{}, {}, {}, {}};
        boolean[] won = {true, false, false, false};

        LogisticFit fit = LogisticFit.of(rows, won, Prior.nothing(0, false));

        // ln(1/3), and a variance of 1 / (4 x 1/4 x 3/4)
        assertThat(fit.coefficients()[0]).isCloseTo(Math.log(1.0 / 3), within(1e-9));
        assertThat(fit.covariance()[0][0]).isCloseTo(4.0 / 3, within(1e-6));
    }

    @Test
    void twoGroupsHaveTheLogOddsRatioAsSlope() {
        // 1 of 4 won at 0, 3 of 4 at 1: ln(3) - ln(1/3)
        double[][] rows = {{0}, {0}, {0}, {0}, {1}, {1}, {1}, {1}};
        boolean[] won = {true, false, false, false, true, true, true, false};

        LogisticFit fit = LogisticFit.of(rows, won, Prior.nothing(1, true));

        assertThat(fit.coefficients()[1]).isCloseTo(2 * Math.log(3), within(1e-7));
        assertThat(fit.probability(new double[] {1})).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void whatHurtsGetsNothingWhereCoefficientsAreBound() {
        double[][] rows = {{0}, {0}, {1}, {1}};
        boolean[] won = {true, true, false, true};

        LogisticFit bound = LogisticFit.of(rows, won, Prior.around(new double[] {0}, 0.1));
        LogisticFit free = LogisticFit.of(rows, won, Prior.nothing(1, false).near(1, 0, 0.1));

        assertThat(bound.coefficients()[1]).isZero();
        assertThat(free.coefficients()[1]).isNegative();
        // Held by its bound, the rest is as if it were not there.
        assertThat(bound.coefficients()[0]).isCloseTo(Math.log(3), within(1e-6));
    }

    @Test
    void withoutDealsThePriorStays() {
        LogisticFit fit = LogisticFit.of(new double[0][], new boolean[0], Prior.around(new double[] {2, 1}, 5));

        assertThat(fit.coefficients()).containsExactly(0, 2, 1);
    }

    @Test
    void findsTheRuleBehindManyDealsAndTheSameBitsAgain() {
        Random random = new Random(1);
        double[][] rows = new double[20_000][2];
        boolean[] won = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = random.nextDouble();
            rows[i][1] = random.nextDouble();
            won[i] = random.nextDouble() < LogisticFit.probability(-2 + 3 * rows[i][0] + rows[i][1]);
        }
        LogisticFit fit = LogisticFit.of(rows, won, Prior.around(new double[] {0, 0}, 0.01));

        assertThat(fit.coefficients()[1]).isCloseTo(3, within(0.15));
        assertThat(fit.coefficients()[2]).isCloseTo(1, within(0.15));
        assertThat(Math.sqrt(fit.covariance()[1][1])).isBetween(0.03, 0.08);
        assertThat(LogisticFit.of(rows, won, Prior.around(new double[] {0, 0}, 0.01))
                        .coefficients())
                .isEqualTo(fit.coefficients());
    }

    @Test
    void separatedDealsDoNotDiverge() {
        double[][] rows = {{0}, {0}, {1}, {1}};
        boolean[] won = {false, false, true, true};

        LogisticFit fit = LogisticFit.of(rows, won, Prior.around(new double[] {1}, 0.5));

        assertThat(fit.coefficients()[1]).isBetween(1.0, 10.0);
    }
}
