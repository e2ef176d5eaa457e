package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTests {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-23T00:00:00Z",
        "20261123, 2026-11-23T00:00:00Z",
        "2026-11-23T10:00:00Z, 2026-11-23T10:00:00Z",
        "2028-02-29T23:59:58.007Z, 2028-02-29T23:59:58.007Z",
        "2026-11-23t10:00:00z, 2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00.123456Z, 2026-11-23T10:00:00.123456Z",
        "2026-11-23T10:00Z, 2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00+01:00, 2026-11-23T09:00:00Z",
        "2026-11-23T10:00:00+0100, 2026-11-23T09:00:00Z",
        "2026-11-23T10:00:00.000-0530, 2026-11-23T15:30:00Z",
        "2026-11-23T10:00:00+01, 2026-11-23T09:00:00Z",
        "2026-11-23T10:00:00+01:00[Europe/Berlin], 2026-11-23T09:00:00Z",
        "2026-11-23T10:00:00, 2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00.5, 2026-11-23T10:00:00.5Z",
        "2026-11-23 10:00:00, 2026-11-23T10:00:00Z",
        "2026-11-23 10:00:00 UTC, 2026-11-23T10:00:00Z",
        "2026-11-23 10:00:00 +0200, 2026-11-23T08:00:00Z",
        "1795435200000, 2026-11-23T12:00:00Z",
        "1795435200, 2026-11-23T12:00:00Z",
        "1795435200000000, 2026-11-23T12:00:00Z",
        "1795435200000000000, 2026-11-23T12:00:00Z",
        "0, 1970-01-01T00:00:00Z",
        "-86400000, 1969-12-31T00:00:00Z",
        "2678400000, 1970-02-01T00:00:00Z",
        "253402214400000, 9999-12-31T00:00:00Z"
    })
    void readsEveryForm(String text, Instant instant) {
        assertThat(InstantText.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "soon",
                "11/23/2026",
                "23.11.2026",
                "2026-13-01",
                "2026-02-30",
                "20261332",
                "2026-11-23T25:00:00Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T10:00:60.000Z",
                "2026-02-30T10:00:00.000Z",
                "0000-01-01T00:00:00.000Z",
                "2026-11-23T10",
                "0000-01-01",
                "+12026-01-01T00:00:00Z",
                "99999999999999999999",
                "-9223372036854775808",
                "2026-W48-1",
                "NaN"
            })
    void knowsNoInstant(String text) {
        assertThat(InstantText.parse(text)).isNull();
    }
}
