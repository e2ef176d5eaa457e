package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "5000            | 5000",
                "-5.25           | -5.25",
                "1e3             | 1000",
                "007             | 7",
                ".5              | 0.5",
                "5.              | 5",
                "1.234           | 1.234",
                "1,234,567.89    | 1234567.89",
                "-1,234.5        | -1234.5",
                "1.234,56        | 1234.56",
                "1.234.567       | 1234567",
                "1.234.567,8     | 1234567.8",
                "1,5             | 1.5",
                "12,50           | 12.5",
                "1\u00a0234,56    | 1234.56",
                "1\u202f234.56    | 1234.56",
                "1'234.50        | 1234.5",
                "1\u2019234'567   | 1234567",
                "$5,000.00       | 5000",
                "-$5             | -5",
                "\u20ac 1.234,56   | 1234.56",
                "1.234,56 \u20ac   | 1234.56",
                "5000 USD        | 5000",
                "EUR 5000        | 5000",
                "12 %            | 12",
                "12.5%           | 12.5",
                "\u22125           | -5",
            })
    void readsWhatCanOnlyBeMeantOneWay(String text, double number) {
        assertThat(NumberText.parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "abc",
                "NaN",
                "Infinity",
                "0x10",
                "1,234",
                "1 234 567",
                "030 123 456",
                "+49 170 123 456",
                "0171.234.567",
                "1,23,456",
                "1,2345",
                "1.23.4",
                "1,234,56",
                "12 34",
                "1-2",
                "10-50",
                "5 or 6",
                "$",
                "%",
                "1e999",
                "12:30",
                "+49 170 1234567",
                "ANN 5 BOB",
                "Ann",
                "--5",
                "\u0665"
            })
    void knowsNoNumber(String text) {
        assertThat(NumberText.parse(text)).isNull();
    }
}
