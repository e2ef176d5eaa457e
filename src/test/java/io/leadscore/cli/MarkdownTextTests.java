package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTests {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            COMPUTER_SOFTWARE,      COMPUTER\\_SOFTWARE
            a|b,                    a\\|b
            <b>x</b>,               \\<b\\>x\\</b\\>
            [here](x),              \\[here\\](x)
            R&amp;D,                R\\&amp;D
            https://x.example,      https\\://x.example
            WWW.x.example,          WWW\\.x.example
            back\\slash,            back\\\\slash
            51-200,                 51-200
            """)
    void escapesWhatWouldBeReadAsMore(String text, String escaped) {
        assertThat(MarkdownText.of(text)).isEqualTo(escaped);
    }

    @Test
    void staysOnOneLine() {
        assertThat(MarkdownText.of("a\n# b\r\u2028c")).isEqualTo("a \\# b  c");
    }
}
