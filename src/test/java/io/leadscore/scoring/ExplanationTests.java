package io.leadscore.scoring;

import static io.leadscore.scoring.ScoreAssertions.score;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whole explanations, as golden texts in {@code src/test/resources/io/leadscore/scoring}. */
class ExplanationTests {

    /**
     * Fit 1.2 + 1.44 + 1.8 + 1.08 + 1.2 + 1.8, AI by the same rules 4.5 x 28.4 / 80 = 1.6, like neither won nor lost 0.75,
     * outcome 10 (neutral), response 0.8: 21.67 points.
     */
    @Test
    void coldLead() {
        assertThat(text(score(new LeadFixture().company("RESTAURANTS", 4L).source("OFFLINE"))))
                .isEqualTo(golden("explanation-of-cold-lead.txt"));
    }

    /**
     * Replies are 3 and 2 steps old: (2^(-3/45) + 2^(-2/45)) / 2 x 9 = 8.66 points; meetings, calls and the total (two of
     * each) reach their caps: 9 + 4.5 + 4.5; fit 30 - 0.75 (no customers to compare with), outcome 10, recency 10 + 4.77 of 5 days x 6 + 4 x 2^(-0.1/2) = 19.59.
     */
    @Test
    void hotLead() {
        assertThat(text(score(RulesTests.hot()))).isEqualTo(golden("explanation-of-hot-lead.txt"));
    }

    /** As the hot lead, but 1.68 + 0.31 points less for the stage: 83.51 points, of which 63.51 are taken away. */
    @Test
    void customer() {
        assertThat(text(score(RulesTests.hot().stage("customer")))).isEqualTo(golden("explanation-of-customer.txt"));
    }

    private static String text(Score score) {
        StringBuilder text = new StringBuilder();
        text.append("%d points, priority %s, fit %s, probability %.1f, %s, due %s\n"
                .formatted(
                        score.points(),
                        score.priority().label(),
                        score.fit().label(),
                        score.probability().percent(),
                        score.action().label(),
                        score.dueAt()));
        for (Contribution contribution : score.explanation().contributions()) {
            text.append("%7.2f of %5.2f  %-20s %s\n"
                    .formatted(
                            contribution.hundredths() / 100.0,
                            contribution.maxHundredths() / 100.0,
                            contribution.signal(),
                            contribution.sentence()));
        }
        return text.append("--\n").append(score.reasons()).append('\n').toString();
    }

    private static String golden(String name) {
        try (InputStream in = ExplanationTests.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
