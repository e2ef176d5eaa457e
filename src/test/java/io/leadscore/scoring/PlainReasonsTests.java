package io.leadscore.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainReasonsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Values of closed lists stay.
                "industry | industry COMPUTER_SOFTWARE fits fully | industry COMPUTER_SOFTWARE fits fully",
                "location | country DE fits fully | country DE fits fully",
                "source | source REFERRALS fits fully | source REFERRALS fits fully",
                "lifecycle_stage | lifecycle stage lead, not listed, fits partly | lifecycle stage lead, not listed, fits partly",
                "seniority | seniority C_LEVEL fits fully | seniority C_LEVEL fits fully",
                // Those that somebody made up go.
                "industry | industry <b>TOYS</b> fits fully | industry fits fully",
                "industry | industry Anna Schmidt, not listed, fits partly | industry, not listed, fits partly",
                "lifecycle_stage | lifecycle stage 4711 does not fit | lifecycle stage does not fit",
                "source | source call me fits fully fits poorly | source fits poorly",
                "company_size | company size 51-200 employees fits fully | company size 51-200 employees fits fully",
                "meetings | attended 2 meetings, last on 2026-11-20 | attended 2 meetings, last on 2026-11-20",
                // Properties of the account's own: numbers, flags and dates, never an option.
                "seats | seats is 12.5 | seats is 12.5",
                "seats | seats is -3.0: deals alike won 3 of 12 | seats is -3.0: deals alike won 3 of 12",
                "pilot | pilot is not set | pilot is not set",
                "webinar | webinar on 2026-11-20 | webinar on 2026-11-20",
                "interest | interest is enterprise | interest",
                "interest | interest is set on fire | interest",
                "interest | interest: deals alike won 3 of 12 | interest: deals alike won 3 of 12",
            })
    void keepsOnlyWordsThatAreNobodys(String signal, String sentence, String plain) {
        assertThat(PlainReasons.of(explanation(signal, sentence))).containsExactly("+ 9.0 of 10.0 points: " + plain);
    }

    @Test
    void tellsWhatLoweredTheScoreThenWhatIsForAndAgainstIt() {
        Explanation explanation = new Explanation(List.of(
                contribution("meetings", Component.ENGAGEMENT, 900, 200, "attended 2 meetings"),
                contribution("calls", Component.ENGAGEMENT, 500, 200, "completed 1 call"),
                contribution("email_replies", Component.ENGAGEMENT, 0, 300, "no e-mail answered"),
                contribution("source", Component.FIT, 500, 500, "source unknown: neutral"),
                contribution("out_of_queue", null, -400, 0, "already a customer: out of the queue"),
                contribution("rounding", null, 40, 0, "rounded to whole points")));

        assertThat(PlainReasons.of(explanation))
                .containsExactly(
                        "4.0 points taken away: already a customer: out of the queue",
                        "+ 9.0 of 10.0 points: attended 2 meetings",
                        "+ 5.0 of 10.0 points: completed 1 call",
                        "- 0.0 of 10.0 points: no e-mail answered");
    }

    private static Explanation explanation(String signal, String sentence) {
        return new Explanation(List.of(contribution(signal, Component.FIT, 900, 500, sentence)));
    }

    private static Contribution contribution(
            String signal, @Nullable Component component, int hundredths, int neutral, String sentence) {
        return new Contribution(signal, component, 0.5, hundredths, 1_000, neutral, sentence);
    }
}
