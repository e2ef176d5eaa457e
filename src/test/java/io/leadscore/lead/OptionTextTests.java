package io.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sant\u00e9 & M\u00e9dico-social",
                " Sant\u00e9 & M\u00e9dico-social\t",
                "Sante\u0301 & Me\u0301dico-social",
                "Sant\u00e9\u00a0&\u00a0M\u00e9dico-social",
                "\u00a0Sant\u00e9 & M\u00e9dico-social\u202f",
                "\ufeffSant\u00e9 & M\u00e9dico-social",
                "Sant\u00e9\u200b & M\u00e9dico-\u2060social"
            })
    void isTheSameHoweverItWasTyped(String value) {
        assertThat(OptionText.of(value)).isEqualTo("Sant\u00e9 & M\u00e9dico-social");
    }

    @Test
    void tellsApartWhatLooksDifferent() {
        assertThat(OptionText.of("Saas")).isNotEqualTo(OptionText.of("SaaS"));
        assertThat(OptionText.of("A  B")).isNotEqualTo(OptionText.of("A B"));
        assertThat(OptionText.of("\ud83d\udc68\u200d\ud83d\udc69")).isEqualTo("\ud83d\udc68\u200d\ud83d\udc69");
    }
}
