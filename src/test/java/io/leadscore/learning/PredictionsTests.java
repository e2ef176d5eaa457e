package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Four predictions that can be judged by hand. */
class PredictionsTests {

    private static final Predictions FOUR =
            new Predictions(new double[] {0.9, 0.6, 0.4, 0.1}, new boolean[] {true, false, true, false});

    @Test
    void rocAucCountsPairs() {
        // 0.9 is above both losses, 0.4 above one of two: 3 of 4 pairs
        assertThat(FOUR.rocAuc()).isEqualTo(0.75);
    }

    @Test
    void tiesCountHalf() {
        assertThat(new Predictions(new double[] {0.5, 0.5, 0.5}, new boolean[] {true, false, false}).rocAuc())
                .isEqualTo(0.5);
    }

    @Test
    void rocAucOfOneOutcomeIsUnknown() {
        assertThat(new Predictions(new double[] {0.5, 0.6}, new boolean[] {true, true}).rocAuc())
                .isNaN();
        assertThat(new Predictions(new double[0], new boolean[0]).rocAuc()).isNaN();
    }

    @Test
    void prAucIsMeanPrecisionAtWins() {
        // 1/1 at the first win, 2/3 at the second
        assertThat(FOUR.prAuc()).isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
    }

    @Test
    void logLossIsMeanSurprise() {
        double expected = -(Math.log(0.9) + Math.log(0.4) + Math.log(0.4) + Math.log(0.9)) / 4;

        assertThat(FOUR.logLoss()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void certaintyThatFailsIsFinite() {
        assertThat(new Predictions(new double[] {0}, new boolean[] {true}).logLoss())
                .isCloseTo(-Math.log(1e-4), within(1e-9));
    }

    @Test
    void brierIsMeanSquaredMiss() {
        assertThat(FOUR.brier()).isCloseTo((0.01 + 0.36 + 0.36 + 0.01) / 4, within(1e-12));
    }

    @Test
    void calibrationErrorComparesBins() {
        // Each case is a bin: misses of 0.1, 0.6, 0.6 and 0.1
        assertThat(FOUR.calibrationError()).isCloseTo(0.35, within(1e-12));
    }

    @Test
    void liftIsAgainstTheRate() {
        assertThat(FOUR.precisionAt(0.25)).isEqualTo(1);
        assertThat(FOUR.liftAt(0.25)).isEqualTo(2);
        assertThat(FOUR.precisionAt(0.5)).isEqualTo(0.5);
    }
}
