package io.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryTests {

    @ParameterizedTest
    @CsvSource({
        "DE, DE",
        "de, DE",
        "DEU, DE",
        "Germany, DE",
        "Deutschland, DE",
        "Allemagne, DE",
        "alemania, DE",
        "USA, US",
        "U.S.A., US",
        "United States, US",
        "United States of America, US",
        "Vereinigte Staaten, US",
        "UK, GB",
        "United Kingdom, GB",
        "England, GB",
        "Großbritannien, GB",
        "Österreich, AT",
        "Osterreich, AT",
        "Suisse, CH",
        "España, ES",
        "The Netherlands, NL",
        "Holland, NL",
        "Czech Republic, CZ",
        "Turkey, TR",
        "Türkiye, TR",
        "Brasil, BR",
        "日本, JP",
    })
    void readsCodesAndNamesInSeveralLanguages(String text, String code) {
        assertThat(Country.parse(text)).isEqualTo(code);
    }

    @Test
    void knowsNoCountryWhereThereIsNone() {
        assertThat(Country.parse(null)).isNull();
        assertThat(Country.parse("  ")).isNull();
        assertThat(Country.parse("XX")).isNull();
        assertThat(Country.parse("Atlantis")).isNull();
        assertThat(Country.parse("12345")).isNull();
    }
}
