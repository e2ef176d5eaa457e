package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactsHashTests {

    @Test
    void startsFromTheOffsetOfFnv1a() {
        assertThat(FactsHash.of(new Object[0])).isEqualTo(0xcbf29ce484222325L);
    }

    @Test
    void isTheSameInEveryJvm() {
        // FNV-1a of the bytes 05 'a' 00 (a text), then 00 (a null), computed by hand in another language.
        assertThat(FactsHash.of(new Object[] {"a", null})).isEqualTo(0xf65b75541ca9e3abL);
    }

    @Test
    void tellsNeighbouringTextsApart() {
        assertThat(FactsHash.of(new Object[] {"ab", "c"})).isNotEqualTo(FactsHash.of(new Object[] {"a", "bc"}));
        assertThat(FactsHash.of(new Object[] {null, "a"})).isNotEqualTo(FactsHash.of(new Object[] {"a", null}));
        assertThat(FactsHash.of(new Object[] {1L})).isNotEqualTo(FactsHash.of(new Object[] {1.0}));
    }
}
