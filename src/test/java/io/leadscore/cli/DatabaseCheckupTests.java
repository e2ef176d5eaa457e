package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseCheckupTests {

    @ParameterizedTest
    @CsvSource({
        "0,OK,its clock is right",
        "3000,OK,its clock is 3.0 s ahead of this one's",
        "-6000,WARN,its clock is 6.0 s behind this one's.",
        "60000,FAIL,its clock is 1 min 0 s ahead of this one's.",
        "-7500,FAIL,its clock is 7.5 s behind this one's."
    })
    void tellsHowFarTheServersClockIsOff(long aheadMillis, Finding.Level level, String sentence) {
        Finding finding = DatabaseCheckup.clock(Duration.ofMillis(aheadMillis));

        assertThat(finding.level()).isEqualTo(level);
        assertThat(finding.sentence()).isEqualTo(sentence);
    }
}
