package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class AnswerTests {

    @Test
    void takesTheTimeFromTheServersDate() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Date", "Mon, 23 Nov 2026 12:34:56 GMT");

        assertThat(Answer.serverTime(headers)).isEqualTo(Instant.parse("2026-11-23T12:34:56Z"));
    }

    @Test
    void knowsNoTimeWithoutAReadableDate() {
        HttpHeaders headers = new HttpHeaders();

        assertThat(Answer.serverTime(headers)).isNull();

        headers.set("Date", "yesterday");

        assertThat(Answer.serverTime(headers)).isNull();
    }
}
