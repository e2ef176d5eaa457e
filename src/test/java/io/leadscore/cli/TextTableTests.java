package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextTableTests {

    @Test
    void alignsTextToTheLeftAndNumbersToTheRight() {
        TextTable table = new TextTable("NAME", "COUNT").row("a", 5).row("longer", "1,234");

        assertThat(table.render()).isEqualTo("""
                NAME    COUNT
                a           5
                longer  1,234
                """);
    }

    @Test
    void treatsMissingNumbersAsNumbers() {
        TextTable table =
                new TextTable("VALUE", "X").row("-", "a").row("0.50", "b").row("", "c");

        assertThat(table.render()).isEqualTo("""
                VALUE  X
                    -  a
                 0.50  b
                       c
                """);
    }

    @Test
    void cannotBeBrokenByControlCharacters() {
        TextTable table = new TextTable("NAME").row("a\u001B[2J\nb\u202Ec");

        assertThat(table.render()).isEqualTo("NAME\na [2J b c\n");
    }

    @Test
    void countsCharactersBeyondTheBasicPlaneOnce() {
        TextTable table = new TextTable("A", "B").row("\uD83D\uDE00", "x");

        assertThat(table.render()).isEqualTo("A  B\n\uD83D\uDE00  x\n");
    }

    @Test
    void refusesRowsOfAnotherWidth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TextTable("A", "B").row("x"))
                .withMessage("1 cells for 2 headings");
    }
}
