package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many wins are among the best, ties included. */
class BestSharesTests {

    @Test
    void takesTheBestOfUnequals() {
        Predictions four = new Predictions(new double[] {0.1, 0.4, 0.3, 0.2}, new boolean[] {true, true, false, false});

        assertThat(four.precisionAt(0.25)).isEqualTo(1);
        assertThat(four.precisionAt(0.5)).isEqualTo(0.5);
        assertThat(four.liftAt(0.25)).isEqualTo(2);
    }

    @Test
    void doesNotFavourWhoComesFirstAmongEquals() {
        Predictions equals = new Predictions(
                new double[] {0.9, 0.5, 0.5, 0.5, 0.5}, new boolean[] {false, true, false, false, false});

        assertThat(equals.precisionAt(0.6)).isEqualTo(0.5 / 3);
        assertThat(new Predictions(new double[4], new boolean[] {true, false, false, false}).liftAt(0.5))
                .isEqualTo(1);
    }
}
